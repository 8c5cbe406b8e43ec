//! The API as its callers meet it: requests in, answers out, on both databases.

mod activities;
mod advice;
mod benefit_points;
mod board;
mod completeness;
mod control;
mod description;
mod drafts;
mod evidence;
mod fairness;
mod given;
mod learning;
mod lessons;
mod live;
mod model;
mod permissions;
mod proof;
mod records;
mod renewals;
mod sessions;
mod strangers;
mod ways;
