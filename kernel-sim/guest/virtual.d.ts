/** The module that the build makes of the guest's sources (`.ci/plugins/guest-images.ts`). */
declare module 'virtual:guest-images' {
  export const packedImages: import('./pack.ts').PackedImages;
}
