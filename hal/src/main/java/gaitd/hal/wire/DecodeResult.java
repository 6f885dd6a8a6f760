package gaitd.hal.wire;

/** Result of decoding a datagram; the checks are made in the order of the constants. */
public enum DecodeResult {
    /** The datagram was valid and the output was overwritten. */
    OK,
    /** The length is not that of this kind of datagram. */
    WRONG_SIZE,
    /** The checksum does not match the contents. */
    BAD_CRC,
    /** A command for another level than joint control. */
    NOT_LOW_LEVEL,
    /** A value that must be a finite number is infinite or not a number. */
    NOT_FINITE
}
