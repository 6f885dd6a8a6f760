package gaitd.lab.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.ChildJvm;
import gaitd.robot.testing.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Trainings of a few iterations, each in a folder under one.
 *
 * @param folder parent of the results
 */
record TinyTraining(Path folder) {
    static final String OPTIONS = "--hidden 8 --environments 8 --rollout 16 --epochs 1 --minibatches 1";

    Cli train(final String task, final String out, final String more) {
        final List<String> args = new ArrayList<>(List.of("train", task));
        args.addAll(List.of((OPTIONS + " " + more).strip().split(" ")));
        args.addAll(List.of("--out", folder.resolve(out).toString()));
        return Cli.run(args.toArray(String[]::new));
    }

    byte[] learned(final String out) throws IOException {
        return Files.readAllBytes(folder.resolve(out).resolve("learned"));
    }

    void walks(final Cli run, final String out) {
        assertEquals(ExitCode.OK, run.code(), run.err());
        final String bundle = folder.resolve(out).resolve("policy.zip").toString();
        assertTrue(run.out().contains("policy: " + bundle), run.out());
        assertFalse(run.out().contains("see it at"), run.out());
        final Cli check = Cli.run("policy", "check", bundle);
        assertEquals(ExitCode.OK, check.code(), check.err());
        final Cli walk = Cli.run("run", "--lockstep", "--seconds", "6", "--vx", "0.3", "--policy", bundle);
        assertEquals(ExitCode.OK, walk.code(), walk.out() + walk.err());
    }

    /** All in JVMs alike: the test's own has vectors, and other forms give other bits. */
    ChildJvm child(final String out, final String more) throws IOException {
        final List<String> args = new ArrayList<>(List.of("train", "cartpole"));
        args.addAll(List.of((OPTIONS + " " + more).split(" ")));
        args.addAll(List.of("--out", folder.resolve(out).toString()));
        return new ChildJvm(folder, args.toArray(String[]::new));
    }

    /** What a command in a result leaves out changes nothing but speed and where results go. */
    void repeats(final String command, final String out) throws IOException {
        assertTrue(command.startsWith("gaitd train "), command);
        final Cli again =
                Cli.run((command.substring("gaitd ".length()) + " --no-view --out " + folder.resolve("again-" + out))
                        .split(" "));
        assertEquals(ExitCode.OK, again.code(), again.err());
        assertArrayEquals(learned(out), learned("again-" + out));
    }
}
