package gaitd.lab.imitate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.lab.image.Pictures;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import gaitd.robot.testing.JsonDocument;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyAttributionTest {
    @TempDir
    Path folder;

    private Path record(final String policy) throws IOException {
        final Path logs = folder.resolve(policy);
        final Cli run = Cli.run(
                "run", "--lockstep", "--no-view", "--seconds", "5", "--policy", policy, "--record", logs.toString());
        assertEquals(ExitCode.OK, run.code(), run::toString);
        try (Stream<Path> files = Files.list(logs)) {
            return files.sorted().findFirst().orElseThrow();
        }
    }

    @Test
    @Tag("slow")
    void aNetworkOfZerosListensToNothingAndALearnedOneToItsJoints() throws IOException {
        final Path json = folder.resolve("listens.json");
        final Path picture = folder.resolve("listens.png");
        final String log = record("a1-stage1-ep-ltc").toString();
        final Cli told = Cli.run(
                "policy",
                "attribution",
                "a1-stage1-ep-ltc",
                "a1-stage1-baseline",
                "--log",
                log,
                "--json",
                json.toString(),
                "--out",
                picture.toString());
        assertEquals(ExitCode.OK, told.code(), told::toString);
        assertTrue(told.out().contains("joint_offset"), told::toString);
        final JsonDocument report = JsonDocument.of(json);
        final int kinds = report.size("kinds");
        for (int i = 0; i < kinds; i++) {
            assertTrue(report.number("a1-stage1-ep-ltc", i) > 0, told::toString);
            assertEquals(0, report.number("a1-stage1-baseline", i), told::toString);
        }
        assertEquals(Pictures.possible(new PrintWriter(new StringWriter())), Files.exists(picture));
        final Cli other = Cli.run("policy", "attribution", "a1-stage2-ep-ltc", "--log", log);
        assertEquals(ExitCode.USAGE, other.code(), other::toString);
        assertTrue(
                other.err().contains("a1-stage2-ep-ltc: it observes other things than the policy of "),
                other::toString);
        final Cli none = Cli.run("policy", "attribution", "a1-stage1-ep-ltc", "--log", folder + "/none.mcap");
        assertTrue(none.err().contains("none.mcap: there is no such file"), none::toString);
    }
}
