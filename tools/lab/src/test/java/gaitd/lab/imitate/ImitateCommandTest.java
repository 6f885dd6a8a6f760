package gaitd.lab.imitate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.ChildJvm;
import gaitd.robot.testing.Cli;
import gaitd.robot.testing.JsonDocument;
import gaitd.robot.testing.ProcessSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Students of a policy that comes with the program. */
class ImitateCommandTest {
    private static final String TEACHER = "a1-stage1-ep-ltc";
    private static final String SMALL =
            " --net ltc --hidden 19 --wiring ncp:0.5 --environments 8 --batch 8 --round-steps 64 --window 16";

    @TempDir
    Path folder;

    private List<String> arguments(final String options, final String out) {
        final List<String> all = new ArrayList<>(List.of("imitate"));
        all.addAll(Arrays.asList(options.split(" ", -1)));
        all.addAll(List.of("--out", folder.resolve(out).toString()));
        return all;
    }

    private ChildJvm child(final String options, final String out) throws IOException {
        return new ChildJvm(folder, arguments(options, out).toArray(String[]::new));
    }

    private Cli imitate(final String options, final String out) {
        return Cli.run(arguments(options, out).toArray(String[]::new));
    }

    @Test
    @Tag("slow")
    void aCircuitOf19NeuronsWalksLikeItsTeacher() throws IOException {
        final Path json = folder.resolve("imitate.json");
        final Cli imitate = imitate(
                TEACHER + " --net ltc --hidden 19 --wiring ncp:0.5 --environments 32 --rounds 8 --json " + json,
                "small");
        assertEquals(ExitCode.OK, imitate.code(), imitate::toString);
        assertTrue(imitate.out().contains("policy: " + folder.resolve("small/policy.zip")), imitate::toString);
        assertTrue(JsonDocument.of(json).number("error") < 0.05, imitate::toString);
        final Path walk = folder.resolve("walk.json");
        final Cli run = Cli.run(
                "run",
                "--lockstep",
                "--no-view",
                "--seconds",
                "10",
                "--vx",
                "0.3",
                "--policy",
                folder.resolve("small/policy.zip").toString(),
                "--json",
                walk.toString());
        assertEquals(ExitCode.OK, run.code(), run::toString);
        assertEquals(3, JsonDocument.of(walk).number("distance_m"), 0.5, run::toString);
    }

    @Test
    @Tag("slow")
    void stoppedOneGoesOnToTheSameBits() throws Exception {
        final String options = TEACHER + SMALL + " --rounds 40";
        try (ChildJvm child = child(options, "stopped")) {
            child.await("round   2 of 40");
            child.signal(ProcessSignal.INT);
            assertEquals(ExitCode.FAILED, child.exitCode(), child::output);
            assertTrue(child.output().contains("the same command goes on from there"), child::output);
        }
        assertFalse(Files.exists(folder.resolve("stopped/policy.zip")));
        try (ChildJvm rest = child(options, "stopped");
                ChildJvm whole = child(options, "whole")) {
            assertEquals(ExitCode.OK, rest.exitCode(), rest::output);
            assertTrue(rest.output().contains("goes on after round "), rest::output);
            assertEquals(ExitCode.OK, whole.exitCode(), whole::output);
        }
        assertArrayEquals(
                Files.readAllBytes(folder.resolve("whole/policy.zip")),
                Files.readAllBytes(folder.resolve("stopped/policy.zip")));
        final Cli other = imitate(options + " --seed 2", "whole");
        assertEquals(ExitCode.USAGE, other.code(), other::toString);
        assertTrue(other.err().contains("holds another run"), other::toString);
    }

    @Test
    @Tag("slow")
    void aRecordingTeachesToo() throws IOException {
        final Path logs = folder.resolve("logs");
        for (final String policy : List.of(TEACHER, "none", "a1-stage1-bptt-mlp")) {
            final Cli run = Cli.run(
                    "run",
                    "--lockstep",
                    "--no-view",
                    "--seconds",
                    "12",
                    "--vx",
                    "0.3",
                    "--policy",
                    policy,
                    "--record",
                    logs.resolve(policy).toString());
            assertEquals(ExitCode.OK, run.code(), run::toString);
        }
        final String log = first(logs.resolve(TEACHER)).toString();
        final String learn = " --net mlp --hidden 16 --round-steps 64 --batch 8 --rounds 12";
        final Path json = folder.resolve("imitate.json");
        final Cli imitate = imitate(log + " --task a1-stage1" + learn + " --json " + json, "copy");
        assertEquals(ExitCode.OK, imitate.code(), imitate::toString);
        assertTrue(JsonDocument.of(json).number("error") < 0.05, imitate::toString);
        assertTrue(Files.exists(folder.resolve("copy/policy.zip")));
        final Cli none = imitate(log + learn, "none");
        assertEquals(ExitCode.USAGE, none.code(), none::toString);
        assertTrue(none.err().contains("expected --task TASK"), none::toString);
        final Cli bare = imitate(first(logs.resolve("none")) + " --task a1-stage1" + learn, "none");
        assertTrue(bare.err().contains("there are 0 policies in it, expected a recording with one"), bare::toString);
        final Cli mixed =
                imitate(log + " " + first(logs.resolve("a1-stage1-bptt-mlp")) + " --task a1-stage1" + learn, "none");
        assertTrue(mixed.err().contains("is of another policy than the recordings before"), mixed::toString);
        final Cli few = imitate(log + " --task a1-stage1 --net mlp --hidden 16 --batch 64", "none");
        assertTrue(few.err().contains("sequences for batches of 64: expected as many or more"), few::toString);
    }

    private static Path first(final Path logs) throws IOException {
        try (Stream<Path> files = Files.list(logs)) {
            return files.sorted().findFirst().orElseThrow();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a1-stage1-ep-ltc a1-stage2-ep-ltc|there is one teacher already",
                "a1-stage1-baseline|it does not say what was learned; expected --task TASK with it",
                "a1-stage1-ep-ltc --task cartpole|--task cartpole: it has no bundles; expected a1-stage1",
                "a1-stage1-ep-ltc --task a1-stage2|its observations and actions are not those of task a1-stage2",
                "a1-stage1-ep-ltc --environments 4|4 environments for batches of 16 sequences: expected as many or more",
                "a1-stage1-ep-ltc --rounds 0|--rounds = 0 is out of range",
                "a1-stage1-ep-ltc --window 100|windows of 100 steps do not divide a round of 256",
                "a1-stage1-ep-ltc --mix 2|share of the teacher 2.0: expected from 0 to 1",
                "a1-stage1-ep-ltc --net kan|--net kan: expected ltc"
            })
    void refuses(final String options, final String expected) {
        final Cli imitate = imitate(options, "none");
        assertEquals(ExitCode.USAGE, imitate.code(), imitate::toString);
        assertTrue(imitate.err().contains(expected), imitate::toString);
        assertEquals(1, imitate.err().strip().lines().count(), imitate::toString);
    }
}
