import { CategoriesPage } from '../features/office-categories/categories-page.tsx';

/** The categories of offices. */
export function CategoriesScreen() {
  return <CategoriesPage />;
}
