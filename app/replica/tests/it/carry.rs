//! Exchange without any network: packages by file, carried by strangers, and frames that are lost.

mod carriers;
mod device;
mod fixtures;
mod frames;
mod hostile;
mod packages;
mod summaries;
