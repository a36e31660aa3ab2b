/**
 * Text that always fits: adds the mildest shrinking class (`fit-1` … `fit-8`) with which nothing sticks out of a scene.
 */

const STEPS = 8;
/** Formulas' ink stands a little over their line; that much is not an overflow. */
const SLACK_PX = 8;

/**
 * Shrink a scene until it fits its frame, and until none of its parts marked `data-fit` is too wide.
 * @param {HTMLElement} scene
 */
export function fit(scene) {
  scene.classList.remove(...Array.from({ length: STEPS }, (_, index) => `fit-${index + 1}`));
  for (let step = 1; step <= STEPS && overflows(scene); step += 1) {
    scene.classList.remove(`fit-${step - 1}`);
    scene.classList.add(`fit-${step}`);
  }
}

function overflows(scene) {
  const isTall = scene.scrollHeight > scene.clientHeight + SLACK_PX;
  return (
    isTall || [scene, ...scene.querySelectorAll("[data-fit]")].some((part) => part.scrollWidth > part.clientWidth + 2)
  );
}
