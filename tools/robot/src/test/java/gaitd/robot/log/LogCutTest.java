package gaitd.robot.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.mcap.McapOptions;
import gaitd.mcap.McapRecord;
import gaitd.mcap.McapWriter;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogCutTest {
    private static final long START_NS = 1_700_000_000_000_000_000L;

    @TempDir
    Path folder;

    private Path log;
    private Path part;

    @BeforeEach
    void write() throws IOException {
        log = folder.resolve("a.mcap");
        part = folder.resolve("b.mcap");
        try (McapWriter writer = new McapWriter(Files.newOutputStream(log), McapOptions.USUAL, "", "")) {
            writer.write(new McapRecord.Channel(1, 0, "/a", "raw", Map.of()));
            writer.write(new McapRecord.Channel(2, 0, "/b", "raw", Map.of()));
            for (int i = 0; i < 100; i++) {
                writer.message(1 + i % 2, i, START_NS + i * 100_000_000L, 0, new byte[10], 0, 10);
                if (i % 20 == 19) {
                    writer.endChunk();
                }
            }
        }
    }

    private String cut(final String... options) {
        final String[] arguments = new String[options.length + 5];
        System.arraycopy(options, 0, arguments, 5, options.length);
        arguments[0] = "log";
        arguments[1] = "cut";
        arguments[2] = log.toString();
        arguments[3] = "--out";
        arguments[4] = part.toString();
        final Cli cut = Cli.run(arguments);
        assertEquals(ExitCode.OK, cut.code(), cut.toString());
        assertEquals(
                "ok " + part, Cli.run("log", "check", part.toString()).out().strip());
        return cut.out().replace(part + ": ", "").strip();
    }

    @Test
    void bothEndsAreInThePart() {
        assertEquals("100 messages", cut());
        assertEquals("31 messages", cut("--from", "1.5", "--to", "4.5"));
        assertEquals("15 messages", cut("--from", "1.5", "--to", "4.5", "--topic", "/a"));
        assertEquals("0 messages", cut("--topic", "/c"));
    }

    @Test
    void infoTellsTopicsAndTimes() {
        final String info = Cli.run("log", "info", log.toString()).out();
        assertTrue(info.contains("100 messages in 5 chunks"), info);
        assertTrue(info.contains("2023-11-14 22:13:20.000 UTC to 2023-11-14 22:13:29.900 UTC, 9.900 s"), info);
        assertTrue(info.contains("raw, no schema"), info);
    }

    @Test
    void whatCannotBeIsRefused() {
        assertTrue(Cli.run("log", "cut", log.toString(), "--out", log.toString())
                .refusedWith(ExitCode.USAGE)
                .contains("is the file itself"));
        assertTrue(Cli.run("log", "cut", log.toString(), "--out", part.toString(), "--from", "3", "--to", "2")
                .refusedWith(ExitCode.USAGE)
                .contains("--to = 2 is out of range"));
        assertTrue(Cli.run("log", "check", part.toString())
                .refusedWith(ExitCode.USAGE)
                .contains("there is no such file"));
    }

    @Test
    void whatIsNoMcapFileIsNotSentToTheRepair(@TempDir final Path folder) throws IOException {
        final Path noise = Files.write(folder.resolve("noise.mcap"), new byte[300]);
        final String said = Cli.run("log", "repair", noise.toString()).refusedWith(ExitCode.USAGE);
        assertTrue(said.contains("does not begin as an MCAP file does; nothing of it can be saved"), said);
        assertFalse(Files.exists(folder.resolve("noise.repaired.mcap")));
    }
}
