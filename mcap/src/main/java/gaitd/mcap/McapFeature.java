package gaitd.mcap;

/** What a writer may leave out of a file. */
public enum McapFeature {
    /** Messages are collected in chunks. */
    CHUNKS,
    /** Each chunk tells where its messages are. */
    MESSAGE_INDEX,
    /** The summary has statistics. */
    STATISTICS,
    /** The summary repeats all schemas. */
    REPEATED_SCHEMAS,
    /** The summary repeats all channels. */
    REPEATED_CHANNELS,
    /** The summary tells where attachments are. */
    ATTACHMENT_INDEX,
    /** The summary tells where metadata are. */
    METADATA_INDEX,
    /** The summary tells where chunks are. */
    CHUNK_INDEX,
    /** The summary's groups of records are listed behind it. */
    SUMMARY_OFFSETS,
    /** Each chunk defines the channels of its messages again, so that it can be read although others are lost. */
    WHOLE_CHUNKS
}
