package gaitd.robot.adapt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.bundle.Bundle;
import gaitd.policies.bundle.BundleStore;
import gaitd.policies.bundle.Trust;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.ChildJvm;
import gaitd.robot.testing.Cli;
import gaitd.robot.testing.ProcessSignal;
import gaitd.runtime.frame.ExperienceField;
import gaitd.runtime.frame.ExperienceFrame;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.mode.Mode;
import gaitd.runtime.policy.fit.PolicyFit;
import gaitd.runtime.shared.Counter;
import gaitd.runtime.shared.SharedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The learner's process beside a control loop that only says that it walks. */
@Tag("slow")
class LearnerProcessTest {
    private static final String POLICY = "../../policies/trained/a1-stage1-ep-ltc.zip";
    private static final long WITHIN_NS = 300_000_000_000L;
    private static final long STEP_NS = 2_000_000L;
    private static final int TICKS = 5;
    private static final long PERIOD_NS = 2_000_000L;

    @TempDir
    private Path folder;

    private Path shared;
    private Bundle shipped;
    private FakeControl control;
    private final TickFrame frame = new TickFrame();
    private long tick;
    private ChildJvm newest;

    @BeforeEach
    void read() throws Exception {
        shared = folder.resolve("shared");
        shipped = Bundle.open(BundleStore.read(Path.of(POLICY)), Trust.ANYBODY, null, PolicyFit.CELLS);
    }

    private ChildJvm learner() throws Exception {
        return learner("policies");
    }

    private ChildJvm learner(final String store) throws Exception {
        newest = new ChildJvm(
                folder,
                "learner",
                "--once",
                "--shared",
                shared.toString(),
                "--store",
                folder.resolve(store).toString(),
                "--policy",
                POLICY,
                "--adapt-watch",
                "1",
                "--adapt-steps",
                "1");
        return newest;
    }

    /** The ticks of a policy step, with experience or without. With it the frames are of no walk: nothing can be found out from zeros. */
    private void walk(final SharedFolder owned, final boolean experience) {
        for (int i = 0; i < TICKS; i++) {
            frame.put(TickField.TICK, tick);
            frame.put(TickField.SCHEDULED_NS, tick * PERIOD_NS);
            frame.put(TickField.MODE, (experience ? Mode.STAND : Mode.WALK).ordinal());
            frame.put(TickField.POLICY, 1);
            frame.put(TickField.CONTACT_BITS, 0b1001);
            owned.frames().publish(frame);
            tick++;
        }
        final ExperienceFrame step = control.step(0.1);
        if (experience) {
            owned.learner().experience().publish(step);
        }
        LockSupport.parkNanos(STEP_NS);
    }

    private void until(
            final String what, final SharedFolder owned, final boolean experience, final BooleanSupplier condition) {
        final long endNs = System.nanoTime() + WITHIN_NS;
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < endNs, what + " never came: " + newest.output());
            walk(owned, experience);
        }
    }

    @Test
    void handsOverCandidatesAndTheNextOneGoesOnWhenItIsKilled() throws Exception {
        try (SharedFolder owned = SharedFolder.create(shared)) {
            control = new FakeControl(shipped, owned.learner());
            try (ChildJvm learner = learner()) {
                until("version 1", owned, true, () -> control.candidate == 1);
                until("counters", owned, true, () -> owned.counters().get(Counter.LEARNER_UPDATES) > 0);
                try (ChildJvm second = learner()) {
                    assertEquals(ExitCode.REFUSED, second.exitCode(), second.output());
                    assertTrue(second.output().contains("another process adapts a policy there"), second.output());
                }
                try (ChildJvm second = learner("other")) {
                    assertEquals(ExitCode.REFUSED, second.exitCode(), second.output());
                    assertTrue(second.output().contains("another learner adapts the policy of"), second.output());
                }
                learner.signal(ProcessSignal.KILL);
                learner.exitCode();
            }
            try (ChildJvm learner = learner()) {
                until("version 2", owned, true, () -> control.candidate == 2);
                learner.signal(ProcessSignal.TERM);
                assertEquals(ExitCode.OK, learner.exitCode(), learner.output());
            }
        }
    }

    @Test
    void goesOverToTheNextControlProcess() throws Exception {
        try (ChildJvm learner = learner()) {
            for (int version = 1; version <= 2; version++) {
                final int expected = version;
                try (SharedFolder owned = SharedFolder.create(shared)) {
                    control = new FakeControl(shipped, owned.learner());
                    until("version " + expected, owned, true, () -> control.candidate == expected);
                }
            }
            assertTrue(learner.output().contains("trial of version 1 was interrupted"), learner.output());
        }
    }

    @Test
    void saysThatControlLeavesNoExperience() throws Exception {
        try (SharedFolder owned = SharedFolder.create(shared);
                ChildJvm learner = learner()) {
            control = new FakeControl(shipped, owned.learner());
            until("the line", owned, false, () -> learner.output().contains("control walks and leaves no experience"));
        }
    }

    @Test
    void saysThatControlDrivesAnotherPolicy() throws Exception {
        try (SharedFolder owned = SharedFolder.create(shared);
                ChildJvm learner = learner()) {
            control = new FakeControl(shipped, owned.learner());
            until("the line", owned, false, () -> {
                final ExperienceFrame other = control.step(0.1);
                other.put(ExperienceField.SHIPPED, 4711);
                owned.learner().experience().publish(other);
                return learner.output().contains("control drives another policy");
            });
        }
    }

    @Test
    void endsWithTheControlProcessWhereThatIsAskedFor() throws Exception {
        try (ChildJvm control =
                        new ChildJvm(folder, "control", "--robot", "udp://127.0.0.1:9", "--shared", shared.toString());
                ChildJvm learner = learner()) {
            learner.await("follows control process");
            control.signal(ProcessSignal.KILL);
            assertEquals(ExitCode.OK, learner.exitCode(), learner.output());
        }
    }

    @Test
    void refusesABrokenFileByItsName() throws IOException {
        final Path broken = Files.writeString(folder.resolve("broken.zip"), "no zip");
        final String line = Cli.run(
                        "learner",
                        "--shared",
                        shared.toString(),
                        "--store",
                        folder.toString(),
                        "--policy",
                        broken.toString())
                .refusedWith(ExitCode.USAGE);
        assertTrue(line.contains("--policy " + broken + ": "), line);
    }

    @Test
    void refusesAPolicyThatCarriesNothingToLearnFrom() {
        final String line = Cli.run(
                        "learner",
                        "--shared",
                        shared.toString(),
                        "--store",
                        folder.toString(),
                        "--policy",
                        "../../policies/trained/a1-stage2-ep-ltc.zip")
                .refusedWith(ExitCode.USAGE);
        assertTrue(line.contains("carries nothing that learning could go on from"), line);
    }
}
