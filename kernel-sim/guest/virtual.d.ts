/** The module that the build makes of the guest's sources (`.ci/plugins/guest-images.ts`). */
declare module 'virtual:guest-images' {
  export const guestImages: import('./build.ts').GuestImages;
}
