/**
 * Does everything once, two at a time, in the order in which it is given.
 *
 * @template Work
 * @param {readonly Work[]} all
 * @param {(work: Work) => Promise<void>} each
 */
export async function inTwoLanes(all, each) {
  const left = [...all];
  const lane = async () => {
    for (let work = left.shift(); work !== undefined; work = left.shift()) await each(work);
  };
  await Promise.all([lane(), lane()]);
}
