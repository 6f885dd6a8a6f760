package gaitd.policies.bundle;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoldenTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "\"tolerance\":1.0E-5; \"tolerance\":0.1; tolerance: 0.1, expected a number from 0.0 to 0.001",
                "\"tolerance\":1.0E-5; \"tolerance\":1.0E-5,\"tolerance\":1.0E-5; Duplicate field 'tolerance'",
                "\"tolerance\":1.0E-5; \"tolerances\":1.0E-5; unknown key 'tolerances'",
                "\"tolerance\":1.0E-5,; ``; tolerance: missing, expected a number",
                "[1.0,1.0,1.0]; [1.0,1.0]; inputs has 3 steps, elapsed has 2",
                "[1.0,1.0,1.0]; [1.0,1.0,-1.0]; elapsed: -1.0, expected a number from 0.0",
                "[1.0,1.0,1.0]; [1.0,1.0,1e400]; expected a number in the range of double",
                "[1.0,1.0,1.0]; [1.0,1.0,NaN]; not JSON",
                "[1.0,1.0,1.0]; []; elapsed has 0 steps, expected 1 to 1000",
                "[1.0,1.0,1.0]; 3; elapsed is no list",
                "\"outputs\":[[; \"outputs\":[[0,; outputs of step 0: 5 values, expected 4",
                "\"inputs\":[[; \"inputs\":[[0,; inputs of step 0: 8 values, expected 7",
                "\"inputs\":[[; \"inputs\":[7,[; inputs has 4 steps, elapsed has 3",
                "]]}; ]]} 1; not JSON",
            })
    void namesWhatIsWrong(final String from, final String to, final String expected) {
        final String finding = Examples.finding(Examples.withGolden(from, to));
        assertTrue(finding.contains(expected), finding);
    }

    @Test
    void refusesAnOutputOfTheBundleThatTheCellDoesNotGive() {
        final BundleFiles files = Examples.files();
        final String text = new String(files.bytes(BundlePart.GOLDEN), StandardCharsets.UTF_8);
        final int outputs = text.indexOf("\"outputs\":[[") + "\"outputs\":[[".length();
        final String first = text.substring(outputs, text.indexOf(',', outputs));
        final double wrong = Double.parseDouble(first) + 0.125;
        final String finding = Examples.finding(Examples.withGolden("[[" + first, "[[" + wrong));
        assertTrue(finding.contains("1 of the golden outputs differ"), finding);
        assertTrue(finding.contains("expected " + wrong), finding);
    }

    @Test
    void toleratesWhatItSays() {
        final BundleFiles files = Examples.withGolden("1.0E-5", "0.001");
        assertTrue(Examples.check(files).findings().isEmpty());
    }
}
