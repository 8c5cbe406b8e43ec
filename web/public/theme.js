// Before the first paint: the theme remembered here, else the system's. A file, because inline scripts are forbidden.
(() => {
  const remembered = localStorage.getItem('mantine-color-scheme-value');
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  const scheme = remembered === 'light' || remembered === 'dark' ? remembered : dark ? 'dark' : 'light';
  document.documentElement.setAttribute('data-mantine-color-scheme', scheme);
})();
