/**
 * The A1's low-level datagrams: packed little-endian layouts, fixed-point values and the checksum over 32-bit words.
 * Codecs go between the wire and the types of {@code gaitd.hal}; frames keep every field for tools and tests.
 */
package gaitd.hal.wire;
