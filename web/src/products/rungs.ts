// The rungs of a benefit point, from the foot of the ladder to its top.

export const RUNGS = ['attribute', 'consequence', 'value'] as const;
