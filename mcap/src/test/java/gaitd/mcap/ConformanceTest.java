package gaitd.mcap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.mcap.McapRecord.Unknown;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Both directions over the official conformance suite: the half that comes with the source, and all that is in a folder
 * which {@code -Dmcap.suite=FOLDER} names.
 */
class ConformanceTest {
    /** What the suite puts behind records under the feature "pad". */
    private static final byte[] PAD = {0x01, (byte) 0xFF, (byte) 0xFF};

    private static final Map<String, McapFeature> FEATURES = Map.of(
            "ch", McapFeature.CHUNKS,
            "mx", McapFeature.MESSAGE_INDEX,
            "st", McapFeature.STATISTICS,
            "rsh", McapFeature.REPEATED_SCHEMAS,
            "rch", McapFeature.REPEATED_CHANNELS,
            "ax", McapFeature.ATTACHMENT_INDEX,
            "mdx", McapFeature.METADATA_INDEX,
            "chx", McapFeature.CHUNK_INDEX,
            "sum", McapFeature.SUMMARY_OFFSETS);

    private static List<SuiteCase> cases() throws IOException {
        final List<SuiteCase> cases = new ArrayList<>(SuiteCase.shipped());
        assertEquals(208, cases.size());
        final String more = System.getProperty("mcap.suite");
        if (more != null) {
            final List<SuiteCase> there = SuiteCase.in(Path.of(more));
            assertTrue(!there.isEmpty(), "no JSON in " + more);
            cases.addAll(there);
        }
        return cases;
    }

    /** The writer's bytes have the hash of the official file, so what is read from them is read from that file. */
    @Test
    void writesTheBytesAndReadsWhatTheJsonSays() throws IOException {
        final List<String> wrong = new ArrayList<>();
        for (final SuiteCase it : cases()) {
            final byte[] bytes = written(it);
            if (bytes.length != it.size() || !Sha256.of(bytes).equals(it.sha256())) {
                wrong.add("writes " + it.name() + ": " + bytes.length + " bytes, expected " + it.size());
            }
            final String expected = it.records().toString();
            if (!found(bytes).toString().equals(expected)) {
                wrong.add("reads " + it.name() + ": " + found(bytes) + ", expected " + expected);
            }
        }
        assertEquals(List.of(), wrong);
    }

    private static byte[] written(final SuiteCase it) throws IOException {
        final EnumSet<McapFeature> features = EnumSet.noneOf(McapFeature.class);
        byte[] extra = {};
        for (final String name : it.features()) {
            if (name.equals("pad")) {
                extra = PAD;
            } else {
                assertTrue(features.add(FEATURES.get(name)), name);
            }
        }
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        final SuiteRecords.Fields header = new SuiteRecords.Fields(it.records().getFirst());
        try (McapWriter writer = new McapWriter(
                out,
                new McapOptions(features, McapCompression.NONE, 1 << 20, extra),
                header.text("profile"),
                header.text("library"))) {
            for (final Map<String, Object> json : it.records()) {
                if (json.get("type").equals("DataEnd")) {
                    break;
                }
                final McapRecord given = SuiteRecords.given(json);
                if (given != null) {
                    writer.write(given);
                }
            }
        }
        return out.toByteArray();
    }

    private static List<Map<String, Object>> found(final byte[] bytes) throws IOException {
        final List<Map<String, Object>> found = new ArrayList<>();
        try (McapReader reader = new McapReader(McapSource.of(bytes), McapLimits.USUAL)) {
            for (McapRecord record = reader.next(); record != null; record = reader.next()) {
                assertTrue(!(record instanceof Unknown));
                found.add(SuiteRecords.json(record));
            }
        }
        return found;
    }
}
