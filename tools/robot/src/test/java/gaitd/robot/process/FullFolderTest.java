package gaitd.robot.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file system for memory that has no room at start. */
@Tag("slow")
class FullFolderTest {
    @TempDir
    Path folder;

    private static int run(final String... command) throws Exception {
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    @Test
    void isRefusedInOneLineAndLeavesNoHalfFile() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root may mount a small file system");
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=1m,mode=0750", "gaitd-test", folder.toString()) == 0,
                "mounting is not possible here");
        try {
            final String line = control();
            assertTrue(line.contains("No space left on device") && line.contains("df " + folder), line);
            try (Stream<Path> files = Files.list(folder)) {
                assertEquals(
                        0,
                        files.filter(file -> file.toString().endsWith(".new")).count());
            }
        } finally {
            assertEquals(0, run("umount", "--lazy", folder.toString()));
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsRefusedInOneLine() throws IOException {
        final Path file = Files.writeString(folder.resolve("file"), "");
        final String line = Cli.run(
                        "control",
                        "--robot",
                        "udp://127.0.0.1:18999",
                        "--shared",
                        file.resolve("gaitd").toString())
                .refusedWith(ExitCode.REFUSED);
        assertTrue(line.contains(file.resolve("gaitd") + " cannot be used"), line);
    }

    private String control() {
        return Cli.run("control", "--robot", "udp://127.0.0.1:18999", "--shared", folder.toString())
                .refusedWith(ExitCode.REFUSED);
    }
}
