// Chinese sets a space between its own characters and Latin words: names come in from outside without one.

export const air = (value: string): string =>
  value.replace(/(\p{Script=Han})([A-Za-z])/gu, '$1 $2').replace(/([A-Za-z])(\p{Script=Han})/gu, '$1 $2');
