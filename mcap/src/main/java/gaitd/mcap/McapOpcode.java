package gaitd.mcap;

/** Kinds of records by their first byte. */
public final class McapOpcode {
    /** {@link McapRecord.Header}. */
    public static final int HEADER = 0x01;
    /** {@link McapRecord.Footer}. */
    public static final int FOOTER = 0x02;
    /** {@link McapRecord.Schema}. */
    public static final int SCHEMA = 0x03;
    /** {@link McapRecord.Channel}. */
    public static final int CHANNEL = 0x04;
    /** {@link McapRecord.Message}. */
    public static final int MESSAGE = 0x05;
    /** {@link McapRecord.Chunk}. */
    public static final int CHUNK = 0x06;
    /** {@link McapRecord.MessageIndex}. */
    public static final int MESSAGE_INDEX = 0x07;
    /** {@link McapRecord.ChunkIndex}. */
    public static final int CHUNK_INDEX = 0x08;
    /** {@link McapRecord.Attachment}. */
    public static final int ATTACHMENT = 0x09;
    /** {@link McapRecord.AttachmentIndex}. */
    public static final int ATTACHMENT_INDEX = 0x0A;
    /** {@link McapRecord.Statistics}. */
    public static final int STATISTICS = 0x0B;
    /** {@link McapRecord.Metadata}. */
    public static final int METADATA = 0x0C;
    /** {@link McapRecord.MetadataIndex}. */
    public static final int METADATA_INDEX = 0x0D;
    /** {@link McapRecord.SummaryOffset}. */
    public static final int SUMMARY_OFFSET = 0x0E;
    /** {@link McapRecord.DataEnd}. */
    public static final int DATA_END = 0x0F;
    /** The first of the opcodes that everybody may use for records of their own. */
    public static final int PRIVATE = 0x80;

    private static final String[] NAMES = {
        "Header",
        "Footer",
        "Schema",
        "Channel",
        "Message",
        "Chunk",
        "MessageIndex",
        "ChunkIndex",
        "Attachment",
        "AttachmentIndex",
        "Statistics",
        "Metadata",
        "MetadataIndex",
        "SummaryOffset",
        "DataEnd"
    };

    private McapOpcode() {}

    /**
     * What people call a kind of record.
     *
     * @param opcode 0 to 255
     * @return its name in the specification, or its number
     */
    public static String name(final int opcode) {
        return opcode >= HEADER && opcode <= DATA_END
                ? NAMES[opcode - 1]
                : String.format(java.util.Locale.ROOT, "record of kind 0x%02X", opcode);
    }
}
