export function SignedOut() {
  return <main />;
}
