/** An item's page knows the live blog it was come from, so that it is not used in another. */

export const aim = (address, slug) => (slug ? `${address}?${new URLSearchParams([["blog", slug]])}` : address);
