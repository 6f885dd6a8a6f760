package gaitd.policies.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChangedByteTest {
    private static BundleFiles changed(final BundlePart part, final byte[] bytes) {
        return changed(Examples.files(), part, bytes);
    }

    private static BundleFiles changed(final BundleFiles files, final BundlePart part, final byte[] bytes) {
        final Map<BundlePart, byte[]> parts = new EnumMap<>(BundlePart.class);
        for (final BundlePart other : BundlePart.values()) {
            if (files.has(other)) {
                parts.put(other, files.copy(other));
            }
        }
        parts.put(part, bytes);
        return BundleFiles.of(parts);
    }

    private static String refusal(final BundleFiles files) {
        return assertThrows(
                        BundleException.class,
                        () -> Bundle.open(files, Trust.ANYBODY, Examples.ROBOT, DenseReference::new))
                .getMessage();
    }

    @ParameterizedTest
    @EnumSource(names = {"GOLDEN", "MANIFEST", "WEIGHTS"})
    void namesTheFile(final BundlePart part) {
        final byte[] bytes = Examples.files().copy(part);
        bytes[bytes.length - 2] ^= 1;
        final String line = refusal(changed(part, bytes));
        assertTrue(line.startsWith(part.fileName + ": was changed: its SHA-256 is "), line);
    }

    @Test
    void namesTheLearnersPart() {
        final BundleFiles files = Examples.filesWithLearner();
        final byte[] bytes = files.copy(BundlePart.LEARNER);
        bytes[bytes.length - 2] ^= 1;
        final String line = refusal(changed(files, BundlePart.LEARNER, bytes));
        assertTrue(line.startsWith("learner.safetensors: was changed: its SHA-256 is "), line);
    }

    /** Hashes and signature tell of a part that was put in or taken out. */
    @Test
    void refusesSumsOfAnotherSetOfFiles() {
        final byte[] without = Examples.files().copy(BundlePart.SUMS);
        final byte[] with = Examples.filesWithLearner().copy(BundlePart.SUMS);
        assertTrue(refusal(changed(BundlePart.SUMS, with)).startsWith("SHA256SUMS"));
        assertTrue(refusal(changed(Examples.filesWithLearner(), BundlePart.SUMS, without))
                .startsWith("SHA256SUMS"));
    }

    @Test
    void refusesALearnersPartThatIsNoTensors() {
        final String line = refusal(Examples.files().withLearner(new byte[] {1, 2, 3}));
        assertTrue(line.startsWith("learner.safetensors: "), line);
    }

    @Test
    void refusesSumsThatAreNotTheOneText() {
        final String sums = new String(Examples.files().copy(BundlePart.SUMS), StandardCharsets.US_ASCII);
        for (final String wrong : new String[] {
            "",
            sums + "\n",
            sums.toUpperCase(java.util.Locale.ROOT),
            sums.strip(),
            sums.replace("  ", " *"),
            "\n" + sums
        }) {
            final BundleFiles files = changed(BundlePart.SUMS, wrong.getBytes(StandardCharsets.US_ASCII));
            assertTrue(refusal(files).length() > 10);
        }
    }

    @Test
    void bothVerdictsAgree() {
        final byte[] sums = Examples.files().copy(BundlePart.SUMS);
        for (int i = 0; i < sums.length; i++) {
            final byte[] other = sums.clone();
            other[i] ^= 0x20;
            final BundleFiles files = changed(BundlePart.SUMS, other);
            final Findings findings = new Findings();
            Sums.check(files, findings);
            assertEquals(Sums.agree(files), findings.count() == 0);
            assertTrue(findings.count() > 0);
        }
    }
}
