const svg =
  "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'><rect width='32' height='32' rx='6' fill='#174f7f'/><path d='M8 26V7h16v19M8 26h16M8 7l9 4v19l-9-4' fill='none' stroke='#fff' stroke-width='2' stroke-linejoin='round' stroke-linecap='round'/></svg>";

/** The icon of every page, as an address that holds the picture: it is smaller than the headers of a request for it. */
export const icon = `data:image/svg+xml,${svg.replace(/[#<>]/g, encodeURIComponent)}`;
