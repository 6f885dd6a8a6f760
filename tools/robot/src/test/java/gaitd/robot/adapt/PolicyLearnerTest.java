package gaitd.robot.adapt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.bundle.BundleFiles;
import gaitd.policies.bundle.BundleStore;
import gaitd.policies.learn.LearnedWeights;
import gaitd.runtime.adapt.LearnerStage;
import gaitd.runtime.frame.ExperienceField;
import gaitd.runtime.frame.ExperienceFrame;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.mode.Mode;
import gaitd.runtime.shared.Counter;
import gaitd.runtime.shared.Counters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Experience that a learner has to leave alone, and a store that it cannot write. */
class PolicyLearnerTest {
    private static final Path POLICY = Path.of("../../policies/trained/a1-stage1-ep-ltc.zip");
    private static final double PERIOD_S = 0.002;
    private static final int WATCH_STEPS = 200;
    /** Ticks in which a robot may be without contact. */
    private static final int FLIGHT_TICKS = 75;

    @TempDir
    private Path folder;

    private final List<String> notes = new ArrayList<>();
    private final TickFrame frame = new TickFrame();
    private final Counters counters = new Counters();
    private FakeControl control;
    private PolicyLearner learner;
    private Path store;

    @BeforeEach
    void begin() throws IOException {
        final BundleFiles files = BundleStore.read(POLICY);
        store = folder.resolve("store");
        final AdaptPlan plan = new AdaptPlan(
                AdaptRoad.BELIEF,
                WATCH_STEPS * FakeControl.STEP_S,
                1,
                1e6,
                64,
                1,
                FakeControl.WINDOW * FakeControl.STEP_S,
                1,
                0,
                null,
                LearnedWeights.ALL,
                1,
                null);
        control = new FakeControl(ShippedPolicy.of(files).bundle());
        learner = new PolicyLearner(plan, files, store, notes::add);
        learner.attach(control.link.weights());
        frame.put(TickField.MODE, Mode.STAND.ordinal());
        learner.take(frame, PERIOD_S);
    }

    @AfterEach
    void end() {
        learner.close();
    }

    private LearnerStage stage() {
        learner.tell(counters);
        return LearnerStage.values()[(int) counters.get(Counter.LEARNER_STAGE)];
    }

    private void steps(final int count) {
        for (int i = 0; i < count; i++) {
            learner.take(control.step(0.1));
        }
    }

    /** A robot that walks with some of its feet on the ground. */
    private void ticks(final int count, final int contacts) {
        for (int i = 0; i < count; i++) {
            frame.put(TickField.MODE, Mode.WALK.ordinal());
            frame.put(TickField.CONTACT_BITS, contacts);
            learner.take(frame, PERIOD_S);
        }
    }

    @Test
    void anotherPolicysExperienceIsNotTaken() {
        for (int i = 0; i < 3 * WATCH_STEPS; i++) {
            final ExperienceFrame step = control.step(0.1);
            step.put(ExperienceField.SHIPPED, step.get(ExperienceField.SHIPPED) ^ 1);
            learner.take(step);
        }
        assertEquals(LearnerStage.WATCHING, stage());
        assertEquals(1, notes.size(), notes::toString);
        assertTrue(notes.getFirst().contains("another policy"), notes::toString);
        steps(WATCH_STEPS + 5);
        assertEquals(LearnerStage.TRAINING, stage());
    }

    @Test
    void aRobotThatWasLiftedIsWatchedAnew() {
        steps(WATCH_STEPS - 5);
        ticks(FLIGHT_TICKS + 2, 0);
        steps(2 * WATCH_STEPS);
        assertEquals(LearnerStage.WATCHING, stage(), "it hangs");
        ticks(1, 0b0110);
        steps(WATCH_STEPS - 5);
        assertEquals(LearnerStage.WATCHING, stage(), "what came before is forgotten");
        steps(20);
        assertEquals(LearnerStage.TRAINING, stage());
    }

    @Test
    void aRobotInAGaitWithFlightPhasesIsWatched() {
        steps(WATCH_STEPS - 5);
        ticks(FLIGHT_TICKS - 2, 0);
        ticks(1, 0b1001);
        steps(20);
        assertEquals(LearnerStage.TRAINING, stage());
    }

    @Test
    void aStoreThatIsGoneEndsTheAdaptingAndNothingElse() throws IOException {
        steps(WATCH_STEPS + 5);
        assertEquals(LearnerStage.TRAINING, stage());
        try (Stream<Path> files = Files.walk(store)) {
            for (final Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        learner.work(1);
        steps(10);
        learner.work(1);
        assertEquals(LearnerStage.FROZEN, stage());
        assertEquals(0, control.candidate, "control hears of no version that is not in the store");
        assertTrue(notes.getLast().startsWith("adapting ends, the policy in force stays: "), notes::toString);
    }
}
