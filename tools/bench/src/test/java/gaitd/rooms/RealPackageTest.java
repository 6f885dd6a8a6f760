package gaitd.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packages of this very source tree, by the command. Here, because the laboratory's package holds the benchmarks, which are built last. */
@Tag("slow")
class RealPackageTest {
    private static final long BYTES_MAX = 20_000_000;

    @TempDir
    private Path folder;

    @Test
    void makesAllFilesAndTheyRun() throws Exception {
        final Cli cli = Cli.run("package", "--out", folder.toString());
        assertEquals(ExitCode.OK, cli.code(), cli::toString);
        assertEquals(8, cli.out().lines().count(), cli.out());
        for (final String line : cli.out().lines().toList()) {
            assertTrue(Files.size(Path.of(line.split("  ", 0)[0])) < BYTES_MAX, line);
        }
        final Path archive;
        try (var files = Files.newDirectoryStream(folder, "gaitd-[0-9]*-linux-amd64.tar.gz")) {
            archive = files.iterator().next();
        }
        unpack(archive);
        final Path program = folder.resolve(archive.getFileName().toString().replace(".tar.gz", "") + "/gaitd");
        final Process process = new ProcessBuilder(program.toString(), "version")
                .redirectErrorStream(true)
                .start();
        final String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        assertTrue(output.contains("gaitd ") && output.contains("Java 25"), output);
        final Process lab = new ProcessBuilder(program.toString(), "train", "cartpole")
                .redirectErrorStream(true)
                .start();
        final String refusal = new String(lab.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(ExitCode.REFUSED, lab.waitFor(), refusal);
        assertTrue(refusal.contains("gaitd-lab"), refusal);
    }

    private void unpack(final Path archive) throws Exception {
        final Process tar = new ProcessBuilder("tar", "-xzf", archive.toString(), "-C", folder.toString())
                .redirectErrorStream(true)
                .start();
        final String output = new String(tar.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, tar.waitFor(), output);
    }
}
