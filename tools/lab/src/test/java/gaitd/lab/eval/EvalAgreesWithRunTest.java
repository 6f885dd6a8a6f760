package gaitd.lab.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.lab.walks.Subject;
import gaitd.lab.work.LocalPool;
import gaitd.lab.work.WorkPool;
import gaitd.policies.cpg.Gait;
import gaitd.robot.report.RunMonitor;
import gaitd.robot.run.LockstepRun;
import gaitd.robot.run.RunResult;
import gaitd.robot.scenario.RunPlan;
import gaitd.robot.world.World;
import gaitd.runtime.config.Config;
import gaitd.sim.Engine;
import gaitd.sim.cases.FieldCase;
import gaitd.sim.fault.FaultPlan;
import gaitd.sim.measure.WalkFigures;
import gaitd.sim.task.A1Task;
import gaitd.sim.terrain.TerrainKind;
import gaitd.sim.terrain.Terrains;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Evaluation and run agree on every kind of ground: no robot falls, and means are alike.
 *
 * <p>The same walks they are not: {@code eval} places its robots on their feet, and on ground of one kind all over anywhere; their
 * sensors' noise is another. So means over six walks meet means over three. The tolerances are four times what was seen; they are widest
 * where single steps decide, on stairs.
 */
@Tag("slow")
class EvalAgreesWithRunTest {
    private static final double SPEED_M_S = 0.3;
    private static final double WAY_M = 4;
    private static final int RUNS = 3;

    /** Each ground as hard as every walk passes: of 48 walks over stairs of 4 cm none falls, at 5 cm some do. */
    private static String name(final TerrainKind kind) {
        return switch (kind) {
            case ROUGH, TILES -> kind.id() + ":0.02";
            case SLOPE -> "slope:10";
            case ACROSS -> "across:5";
            case DEBRIS -> "debris:0.03";
            case STAIRS -> "stairs:0.04";
            case WAVES, GAPS, STEPDOWN -> kind.id() + ":0.05";
            case PNG -> "png:../../docs/terrains/hills-grey.png,height=0.8";
            case FLAT, MIXED -> kind.id();
        };
    }

    private static Walks evaluated(final String terrain) {
        final WalkTest test = new WalkTest(
                Engine.EMBEDDED,
                6,
                List.of(1L),
                SPEED_M_S,
                0,
                0,
                WAY_M,
                4 * WAY_M / SPEED_M_S,
                FaultPlan.NONE,
                A1Task.of("a1-stage1"));
        try (WorkPool pool = new LocalPool(2)) {
            return new Evaluation(test, ended -> {})
                    .run(pool, List.of(Subject.baseline(Config.defaults())), terrain, FieldCase.NOMINAL.name())
                    .getFirst();
        }
    }

    private static Walks run(final String terrain) {
        final Walks walks = new Walks();
        final RunPlan plan = new RunPlan(WAY_M / SPEED_M_S, SPEED_M_S, 0, 0, Gait.TROT, false);
        for (long seed = 1; seed <= RUNS; seed++) {
            final World world = new World(Terrains.parse(terrain, seed), seed, null);
            final RunResult result = new LockstepRun(plan, Config.defaults(), world).run(RunMonitor.NONE);
            final WalkFigures walk = result.meter().walk.figures();
            walks.end(result.succeeded(), walk.falls() > 0, result.scenario().faulted(), false);
            walks.add(walk);
            assertEquals(WAY_M, walk.distanceM(), 0.05 * WAY_M, terrain);
        }
        return walks;
    }

    @Tag("slow")
    @ParameterizedTest
    @EnumSource
    void tellsTheSame(final TerrainKind kind) {
        final String terrain = name(kind);
        final Walks eval = evaluated(terrain);
        final Walks run = run(terrain);
        assertEquals(1, eval.success().value(), terrain);
        assertEquals(1, run.success().value(), terrain);
        assertEquals(0, eval.falls() + eval.faults() + run.falls() + run.faults(), terrain);
        alike(terrain, Metric.SPEED, eval, run, 0.01, 0);
        alike(terrain, Metric.VELOCITY_MAE, eval, run, 0.02, 0);
        alike(terrain, Metric.LATERAL_MAE, eval, run, 0.02, 0);
        alike(terrain, Metric.YAW_RATE_MAE, eval, run, 0.1, 0);
        final double share = kind == TerrainKind.STAIRS ? 0.2 : 0.1;
        alike(terrain, Metric.POWER_MEAN, eval, run, 0, share);
        alike(terrain, Metric.COST_OF_TRANSPORT, eval, run, 0, share);
        alike(terrain, Metric.ROLL_PITCH_RATE_RMS, eval, run, 0, 2 * share);
        alike(terrain, Metric.TILT_RMS, eval, run, 0.02, 0);
        alike(terrain, Metric.SLIP, eval, run, 0, 2 * share);
    }

    private static void alike(
            final String terrain,
            final Metric metric,
            final Walks eval,
            final Walks run,
            final double within,
            final double share) {
        final double evaluated = eval.mean(metric).value();
        final double ran = run.mean(metric).value();
        assertTrue(
                Math.abs(evaluated - ran) <= within + share * ran,
                () -> "%s, %s: %s by eval, %s by run".formatted(terrain, metric.key(), evaluated, ran));
    }
}
