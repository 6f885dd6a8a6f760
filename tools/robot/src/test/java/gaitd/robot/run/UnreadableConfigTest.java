package gaitd.robot.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import gaitd.runtime.config.ChoiceSetting;
import gaitd.runtime.config.RangeSetting;
import gaitd.runtime.config.Setting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnreadableConfigTest {
    @TempDir
    Path folder;

    private String refusal(final byte[] content) throws IOException {
        final Path file = Files.write(folder.resolve("c.toml"), content);
        return Cli.run("config", "--config", file.toString()).refusedWith(ExitCode.USAGE);
    }

    private String refusal(final String content) throws IOException {
        return refusal(content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void saysThatThereIsNoFile() {
        final String line = Cli.run(
                        "config", "--config", folder.resolve("no.toml").toString())
                .refusedWith(ExitCode.USAGE);
        assertTrue(line.contains("no.toml") && line.contains("no such file"), line);
    }

    @Test
    void saysThatAFolderIsNoFile() {
        assertTrue(Cli.run("config", "--config", folder.toString())
                .refusedWith(ExitCode.USAGE)
                .contains(folder.toString()));
    }

    @Test
    void namesLineOfASyntaxError() throws IOException {
        final String line = refusal("gait.height_m = 0.27\ngait.height_m 3\n");
        assertTrue(line.contains("line 2"), line);
    }

    @Test
    void namesUnknownKey() throws IOException {
        assertTrue(refusal("gait.hieght_m = 0.27\n").contains("gait.hieght_m"));
    }

    @Test
    void refusesTextForANumber() throws IOException {
        assertTrue(refusal("gait.height_m = \"high\"\n").contains("must be a number in m"));
    }

    @Test
    void refusesAMisspeltTableWithoutKeys() throws IOException {
        final String line = refusal("[saftey]\n# torque_max_nm = 10\n");
        assertTrue(line.contains("line 1: unknown table [saftey]; did you mean [safety]?"), line);
    }

    @Test
    void refusesTheNumbersThatChoicesOnceWere() throws IOException {
        assertTrue(refusal("rt.lock_memory = 1\n").contains("write rt.lock_memory = \"used\""));
        assertTrue(refusal("rt.cpu = -1\n").contains("write rt.cpu = \"any\""));
    }

    @Test
    void readsPastAByteOrderMark() throws IOException {
        final Path file = Files.writeString(folder.resolve("bom.toml"), "\ufeff[loop]\nrate_hz = 400\n");
        final Cli printed = Cli.run("config", "--config", file.toString());
        assertEquals(ExitCode.OK, printed.code(), printed::err);
        assertTrue(printed.out().contains("loop.rate_hz = 400  # Hz, default 500"), printed.out());
    }

    @Test
    void refusesBytesThatAreNoText() throws IOException {
        assertTrue(refusal(new byte[] {(byte) 0xff, (byte) 0xfe, 0}).contains("UTF-8"));
    }

    @Test
    void printsEveryKeyAsAFileThatCanBeReadBack() throws IOException {
        final Cli printed = Cli.run("config");
        assertEquals(
                Setting.values().length + ChoiceSetting.ALL.size() + RangeSetting.values().length,
                printed.out().lines().count());
        final Path file = Files.writeString(folder.resolve("all.toml"), printed.out());
        final Cli again = Cli.run("config", "--config", file.toString());
        assertEquals(ExitCode.OK, again.code(), again::err);
        assertTrue(again.out().contains("from " + file + ":1:"), again.out());
    }
}
