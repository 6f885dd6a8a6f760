/**
 * Reading and writing MCAP, the container of timestamped messages (docs/mcap.md). Knows nothing of robots.
 *
 * <p>Times are nanoseconds and offsets are bytes, both unsigned 64-bit numbers in a {@code long}. Whatever is read is
 * checked before memory is taken for it: a damaged file is a {@link gaitd.mcap.McapException}, never another error.
 */
package gaitd.mcap;
