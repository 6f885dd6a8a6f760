package gaitd.mcap;

import java.util.List;
import java.util.Map;

/**
 * A record of a file, with the fields that the specification names.
 *
 * <p>Numbers of 64 bits are unsigned in a {@code long}, those of 32 bits are 0 to 2^32-1 in a {@code long}, those of 16
 * bits 0 to 65535 in an {@code int}. Arrays are not copied. A CRC of 0 means that there is none.
 */
public sealed interface McapRecord {
    /**
     * Kind of the record.
     *
     * @return one of {@link McapOpcode}, 1 to 255
     */
    int opcode();

    /**
     * The first record of every file.
     *
     * @param profile which rules the contents follow beyond MCAP itself; may be empty
     * @param library who wrote the file
     */
    record Header(String profile, String library) implements McapRecord {
        @Override
        public int opcode() {
            return McapOpcode.HEADER;
        }
    }

    /**
     * The last record of every file.
     *
     * @param summaryStart where the summary begins; 0 for no summary
     * @param summaryOffsetStart where the {@link SummaryOffset}s begin; 0 for none
     * @param summaryCrc CRC-32 from the begin of the summary to this field
     */
    record Footer(long summaryStart, long summaryOffsetStart, long summaryCrc) implements McapRecord {
        @Override
        public int opcode() {
            return McapOpcode.FOOTER;
        }
    }

    /**
     * What messages mean.
     *
     * @param id 1 to 65535
     * @param name such as {@code foxglove.Log}
     * @param encoding such as {@code jsonschema}
     * @param data the schema in that encoding
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Schema(int id, String name, String encoding, byte[] data) implements McapRecord {
        @Override
        public int opcode() {
            return McapOpcode.SCHEMA;
        }
    }

    /**
     * A stream of messages.
     *
     * @param id 0 to 65535
     * @param schemaId a {@link Schema}'s, or 0 for none
     * @param topic its name
     * @param messageEncoding such as {@code json}
     * @param metadata anything else
     */
    record Channel(int id, int schemaId, String topic, String messageEncoding, Map<String, String> metadata)
            implements McapRecord {
        @Override
        public int opcode() {
            return McapOpcode.CHANNEL;
        }
    }

    /**
     * One message of a channel.
     *
     * @param channelId a {@link Channel}'s
     * @param sequence counts the channel's messages; 0 where nobody counts
     * @param logTime when it was recorded, ns
     * @param publishTime when it was made, ns
     * @param data in the channel's encoding
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Message(int channelId, long sequence, long logTime, long publishTime, byte[] data) implements McapRecord {
        @Override
        public int opcode() {
            return McapOpcode.MESSAGE;
        }
    }

    /**
     * Schemas, channels and messages together, compressed or not.
     *
     * @param startTime smallest log time of its messages, ns; 0 for none
     * @param endTime largest one, ns
     * @param uncompressedSize bytes of its records
     * @param uncompressedCrc CRC-32 of its records as they are without compression
     * @param compression empty, {@code lz4}, {@code zstd} or another
     * @param records its records, compressed
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Chunk(
            long startTime,
            long endTime,
            long uncompressedSize,
            long uncompressedCrc,
            String compression,
            byte[] records)
            implements McapRecord {
        @Override
        public int opcode() {
            return McapOpcode.CHUNK;
        }
    }

    /**
     * Where the messages of one channel are in the chunk before it.
     *
     * @param channelId a {@link Channel}'s
     * @param entries one for each message
     */
    record MessageIndex(int channelId, List<Entry> entries) implements McapRecord {
        @Override
        public int opcode() {
            return McapOpcode.MESSAGE_INDEX;
        }

        /**
         * A message's place.
         *
         * @param logTime of the message, ns
         * @param offset of its record in the uncompressed records of the chunk
         */
        public record Entry(long logTime, long offset) {}
    }

    /**
     * Where a chunk is, and what is in it.
     *
     * @param startTime smallest log time, ns
     * @param endTime largest log time, ns
     * @param chunkStart where the chunk's record begins
     * @param chunkLength bytes of that record with its opcode and length
     * @param messageIndexOffsets where the {@link MessageIndex} of each channel begins; empty for no indexes
     * @param messageIndexLength bytes of these records
     * @param compression as in the chunk
     * @param compressedSize bytes of the chunk's records in the file
     * @param uncompressedSize bytes of the chunk's records without compression
     */
    record ChunkIndex(
            long startTime,
            long endTime,
            long chunkStart,
            long chunkLength,
            Map<Integer, Long> messageIndexOffsets,
            long messageIndexLength,
            String compression,
            long compressedSize,
            long uncompressedSize)
            implements McapRecord {
        @Override
        public int opcode() {
            return McapOpcode.CHUNK_INDEX;
        }
    }

    /**
     * A file within the file.
     *
     * @param logTime when it was recorded, ns
     * @param createTime when it was made, ns; 0 where nobody knows
     * @param name such as {@code robot.urdf}
     * @param mediaType such as {@code text/xml}
     * @param data its contents
     * @param crc CRC-32 of the fields before; what a writer is given here it ignores
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Attachment(long logTime, long createTime, String name, String mediaType, byte[] data, long crc)
            implements McapRecord {
        @Override
        public int opcode() {
            return McapOpcode.ATTACHMENT;
        }
    }

    /**
     * Where an attachment is.
     *
     * @param offset where its record begins
     * @param length bytes of that record with its opcode and length
     * @param logTime as in the attachment
     * @param createTime as in the attachment
     * @param dataSize bytes of its contents
     * @param name as in the attachment
     * @param mediaType as in the attachment
     */
    record AttachmentIndex(
            long offset, long length, long logTime, long createTime, long dataSize, String name, String mediaType)
            implements McapRecord {
        @Override
        public int opcode() {
            return McapOpcode.ATTACHMENT_INDEX;
        }
    }

    /**
     * How much of everything a file has.
     *
     * @param messageCount messages
     * @param schemaCount schemas, each counted once
     * @param channelCount channels, each counted once
     * @param attachmentCount attachments
     * @param metadataCount metadata
     * @param chunkCount chunks
     * @param startTime smallest log time of all messages, ns; 0 for none
     * @param endTime largest one, ns
     * @param channelMessageCounts messages of each channel that has some
     */
    record Statistics(
            long messageCount,
            int schemaCount,
            long channelCount,
            long attachmentCount,
            long metadataCount,
            long chunkCount,
            long startTime,
            long endTime,
            Map<Integer, Long> channelMessageCounts)
            implements McapRecord {
        @Override
        public int opcode() {
            return McapOpcode.STATISTICS;
        }
    }

    /**
     * Named texts.
     *
     * @param name of all of them
     * @param entries text by key
     */
    record Metadata(String name, Map<String, String> entries) implements McapRecord {
        @Override
        public int opcode() {
            return McapOpcode.METADATA;
        }
    }

    /**
     * Where a metadata record is.
     *
     * @param offset where it begins
     * @param length its bytes with opcode and length
     * @param name as in the record
     */
    record MetadataIndex(long offset, long length, String name) implements McapRecord {
        @Override
        public int opcode() {
            return McapOpcode.METADATA_INDEX;
        }
    }

    /**
     * Where the summary has its records of one kind.
     *
     * @param groupOpcode the kind
     * @param groupStart where they begin
     * @param groupLength bytes of all of them
     */
    record SummaryOffset(int groupOpcode, long groupStart, long groupLength) implements McapRecord {
        @Override
        public int opcode() {
            return McapOpcode.SUMMARY_OFFSET;
        }
    }

    /**
     * The end of the data, before the summary.
     *
     * @param dataSectionCrc CRC-32 of everything before this record
     */
    record DataEnd(long dataSectionCrc) implements McapRecord {
        @Override
        public int opcode() {
            return McapOpcode.DATA_END;
        }
    }

    /**
     * A record that the specification does not know: somebody's own, or of a later version.
     *
     * @param opcode 16 to 255
     * @param data all of it
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Unknown(int opcode, byte[] data) implements McapRecord {}
}
