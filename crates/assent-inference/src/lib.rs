//! The customer-person model: numbers in, numbers out.
