package gaitd.lab.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gaitd.lab.walks.Subject;
import gaitd.lab.walks.Subjects;
import gaitd.lab.work.LocalPool;
import gaitd.lab.work.WorkPool;
import gaitd.lab.work.WorkUnit;
import gaitd.robot.policy.TrainedPolicies;
import gaitd.runtime.config.Config;
import gaitd.sim.Engine;
import gaitd.sim.fault.FaultPlan;
import gaitd.sim.task.A1Task;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class EvalUnitTest {
    private static final WalkTest TEST = new WalkTest(
            Engine.EMBEDDED,
            10,
            List.of(3L, 4L),
            0.3,
            0,
            0,
            0.6,
            3,
            FaultPlan.of(List.of("joint.FR_calf.angle.offset:0.05@1..2")),
            A1Task.of("a1-stage1"));

    /** Does units in the opposite order, each sent as bytes first, as another machine would get it. */
    private static final class Elsewhere implements WorkPool {
        @Override
        public <T extends Serializable> void run(
                final List<? extends WorkUnit<T>> units, final Taker<? super T> taker) {
            final List<Integer> order = new ArrayList<>();
            for (int unit = 0; unit < units.size(); unit++) {
                order.add(unit);
            }
            Collections.reverse(order);
            for (final int unit : order) {
                taker.take(unit, sent(sent(units.get(unit)).answer()));
            }
        }

        @SuppressWarnings("unchecked")
        private static <T extends Serializable> T sent(final T value) {
            final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(value);
                out.flush();
                return (T) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
            } catch (final IOException | ClassNotFoundException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void close() {
            // Nobody works for it.
        }
    }

    private static List<String> figures(final WorkPool pool) {
        final List<Subject> subjects = Subjects.of(true, List.of(TrainedPolicies.BEST), Config.defaults());
        final List<String> figures = new ArrayList<>();
        for (final Walks walks : new Evaluation(TEST, ended -> {}).run(pool, subjects, "tiles:0.04", "weak-motor")) {
            for (final Metric metric : Metric.values()) {
                figures.add(metric + " " + walks.mean(metric));
            }
            figures.add(walks.episodes() + " " + walks.success() + " " + walks.falls() + " " + walks.faults());
        }
        return figures;
    }

    @Test
    void whoWalksABlockMakesNoDifference() {
        try (WorkPool here = new LocalPool(2);
                WorkPool elsewhere = new Elsewhere()) {
            final List<String> figures = figures(here);
            assertEquals(2 * (Metric.COUNT + 1), figures.size());
            assertEquals(figures, figures(elsewhere));
        }
    }
}
