package gaitd.runtime.zeros;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.runtime.config.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZeroFileTest {
    private final JointZeros zeros = SomeZeros.of(new Random(21));
    private final String text = ZeroFile.text(zeros);

    @Test
    void whatIsWrittenIsReadToTheBit(@TempDir final Path folder) throws IOException {
        final Path file = folder.resolve("zeros.toml");
        Files.writeString(file, text);
        assertEquals(zeros, ZeroFile.read(file));
        assertEquals(text, ZeroFile.text(ZeroFile.read(file)));
    }

    @Test
    void aFileThatIsMissingOrNoTextIsOneLine(@TempDir final Path folder) throws IOException {
        final Path file = folder.resolve("zeros.toml");
        assertTrue(refusal(file).startsWith("there is no file of zeros " + file + ": expected "));
        assertTrue(refusal(file).contains("gaitd motors calibrate"));
        Files.write(file, new byte[] {(byte) 0xC3, 0x28});
        assertTrue(refusal(file).contains("no text in UTF-8"));
        assertTrue(refusal(folder).contains("cannot be read"));
    }

    private static String refusal(final Path file) {
        return assertThrows(ConfigException.class, () -> ZeroFile.read(file)).getMessage();
    }

    @Test
    void whatDoesNotFitIsRefusedByItsName() {
        refuses("format = 1", "format = 2", "format");
        refuses("method = \"stops\"", "method = \"guess\"", "method");
        refuses("FL = \"/dev/b\"\n", "", "FL");
        refuses("FL = ", "FX = \"/dev/x\"\nFL = ", "FX");
        refuses(
                "[RL_calf]\ndirection = " + zeros.joints().getLast().direction(),
                "[RL_calf]\ndirection = 0",
                "RL_calf");
        refuses(
                "[RL_calf]\ndirection = " + zeros.joints().getLast().direction(),
                "[RL_calf]\ndirection = 2",
                "direction");
        refuses("[RL_calf]", "[RL_knee]", "RL_calf");
        refuses("range_rad = [-0.802, 0.802]", "range_rad = [-0.802, 0.5]", "FR_hip");
        refuses("range_rad = [-0.802, 0.802]", "range_rad = [0.802, -0.802]", "range_rad");
        refuses("zero_rad = ", "zero_rad = nan #", "zero_rad");
        refuses("rest_rad = ", "rest_rad = inf #", "rest_rad");
        refuses("[FR_hip]\n", "[FR_hip]\nfriction = 1\n", "friction");
        refuses("[FR_hip]\n", "[FR_hip\n", "line ");
    }

    private void refuses(final String before, final String after, final String named) {
        assertTrue(text.contains(before), before);
        final int at = text.indexOf(before);
        final String wrong = text.substring(0, at) + after + text.substring(at + before.length());
        final String told = assertThrows(ConfigException.class, () -> ZeroFile.parse(wrong, "zeros.toml"), after)
                .getMessage();
        assertTrue(told.startsWith("zeros.toml"), told);
        assertTrue(told.contains(named), told);
    }
}
