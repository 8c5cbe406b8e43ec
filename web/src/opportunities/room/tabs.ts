// The views of a deal's room.

export const ROOM_TABS = ['room', 'steps', 'evidence', 'activities', 'promises'] as const;
export type RoomTab = (typeof ROOM_TABS)[number];
