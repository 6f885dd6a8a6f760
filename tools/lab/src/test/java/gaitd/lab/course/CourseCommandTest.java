package gaitd.lab.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.lab.image.DrawsText;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code eval --course}, a few walks. */
class CourseCommandTest {
    private static final String POLICY = "a1-stage1-ep-ltc";

    @TempDir
    Path folder;

    private static Cli course(final String... more) {
        final List<String> args = new ArrayList<>(List.of(
                "eval", "--course", "--short", "--conditions", "sideways,stairs-down", "--walks", "3", "--baseline"));
        args.addAll(List.of(more));
        return Cli.run(args.toArray(String[]::new));
    }

    private Cli walked(final String json, final String... more) {
        final List<String> args = new ArrayList<>(List.of(more));
        args.addAll(List.of("--json", folder.resolve(json).toString()));
        final Cli run = course(args.toArray(String[]::new));
        assertEquals(ExitCode.OK, run.code(), run.err());
        return run;
    }

    @DrawsText
    @Tag("slow")
    @Test
    void goesOnWhereItWasInterruptedWithTheSameBytesWhateverTheThreads() throws IOException {
        final Path kept = folder.resolve("course.jsonl");
        final Path picture = folder.resolve("course.png");
        final Cli whole = walked(
                "whole.json", POLICY, "--threads", "2", "--resume", kept.toString(), "--plot", picture.toString());
        assertTrue(Files.size(picture) > 3000);
        assertTrue(whole.out().contains("5 steps down, cm"), whole.out());
        assertTrue(whole.out().contains("score, 0 to 100"), whole.out());
        final List<String> lines = Files.readAllLines(kept);
        assertEquals(1 + 2 * 2 * 2, lines.size());
        final String torn = lines.get(3).substring(0, 40);
        Files.writeString(kept, String.join("\n", lines.subList(0, 3)) + "\n" + torn);
        final Cli resumed = walked("resumed.json", POLICY, "--threads", "1", "--resume", kept.toString());
        assertEquals(whole.out(), resumed.out());
        assertEquals(Files.readString(folder.resolve("whole.json")), Files.readString(folder.resolve("resumed.json")));
        assertEquals(lines, Files.readAllLines(kept));

        refusesAnothers(kept);
    }

    private static void refusesAnothers(final Path kept) {
        final String seed =
                course(POLICY, "--seed", "2", "--resume", kept.toString()).refusedWith(ExitCode.USAGE);
        assertTrue(seed.contains("seed is 1 there and 2 here"), seed);
        final String policy =
                course("a1-stage2-ep-ltc", "--resume", kept.toString()).refusedWith(ExitCode.USAGE);
        assertTrue(policy.contains("of another course, policies is"), policy);
    }

    @Test
    void refusesAFileOfNoCourse() throws IOException {
        final Path file = folder.resolve("other.jsonl");
        Files.writeString(file, "{\"walks\": 3}\n");
        final String said = course("--resume", file.toString()).refusedWith(ExitCode.USAGE);
        assertTrue(said.contains("is not the file of a course"), said);
        assertEquals("{\"walks\": 3}\n", Files.readString(file));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "eval --course | no policy to evaluate",
                "eval --course --baseline --terrain flat | --terrain contradicts --course",
                "eval --course --baseline --push 1:5 | --push contradicts --course",
                "eval --baseline --walks 3 | --walks belongs to --course",
                "eval --baseline --short | --short belongs to --course",
                "eval --course --baseline --walks 0 | --walks",
                "eval --course --baseline --walks 10001 | --walks",
                "eval --course --baseline --conditions stair | did you mean stairs?"
            })
    void refusesWhatDoesNotGoTogether(final String line, final String refusal) {
        final String said = Cli.run(line.split(" ", 0)).refusedWith(ExitCode.USAGE);
        assertTrue(said.contains(refusal), said);
    }
}
