package gaitd.robot.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.bundle.Bundle;
import gaitd.policies.bundle.Trust;
import gaitd.policies.cpg.Gait;
import gaitd.robot.report.Report;
import gaitd.robot.report.RunMonitor;
import gaitd.robot.scenario.RunPlan;
import gaitd.robot.scenario.Scenario;
import gaitd.robot.world.World;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.loop.NanoClock;
import gaitd.runtime.policy.PolicyFault;
import gaitd.runtime.policy.fit.PolicyFit;
import gaitd.runtime.policy.fit.UntrainedPolicy;
import gaitd.sim.terrain.Terrain;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A whole run whose policy becomes slow on the way: it is taken off, and the robot walks on. */
class SlowPolicyTest {
    private static final double WALK_S = 6;
    private static final double SLOW_FROM_S = 3;
    private static final long SLOW_NS = 900_000;

    private final Config config = Config.defaults();

    /** Moves by the time of a step whenever it is read: twice a step. */
    private static final class StepClock implements NanoClock {
        private long perReadingNs;
        private long nowNs;

        @Override
        public long nanoTime() {
            nowNs += perReadingNs;
            return nowNs;
        }
    }

    private RunPlan plan() {
        final Bundle bundle = Bundle.open(
                UntrainedPolicy.bundle(8, 1, config), Trust.ANYBODY, PolicyFit.robot(config), PolicyFit.CELLS);
        return new RunPlan(WALK_S, 0.3, 0, 0, Gait.TROT, false, List.of(PolicyFit.of(bundle, config)));
    }

    /** What was seen on the way. */
    private static final class Seen {
        private long shareTicks;
        private double shareAtEnd = Double.NaN;
        private double addedAtEnd = Double.NaN;
        private double wayAtFaultM = Double.NaN;
    }

    private RunResult run(final RunPlan plan, final Seen seen) {
        final StepClock clock = new StepClock();
        final long[] walked = {0};
        final long slowFrom = Math.round(SLOW_FROM_S * config.get(Setting.RATE_HZ));
        return new LockstepRun(plan, config, new World(Terrain.FLAT, 1, null), clock).run((frame, scenario, meter) -> {
            if (scenario.phase() != Scenario.Phase.WALK) {
                return;
            }
            walked[0]++;
            clock.perReadingNs = walked[0] < slowFrom ? 100_000 : SLOW_NS;
            seen.shareTicks += frame.real(TickField.POLICY_SHARE, 0) > 0.99 ? 1 : 0;
            seen.shareAtEnd = frame.real(TickField.POLICY_SHARE, 0);
            seen.addedAtEnd = 0;
            for (int i = 0; i < TickField.POLICY_INPUT.count; i++) {
                seen.addedAtEnd += Math.abs(frame.real(TickField.POLICY_INPUT, i));
            }
            if (Double.isNaN(seen.wayAtFaultM) && frame.get(TickField.POLICY_FAULT) != 0) {
                seen.wayAtFaultM = meter.walk.distanceM();
            }
        });
    }

    @Test
    void isTakenOffAndTheRobotWalksOnToTheEnd() {
        final RunPlan plan = plan();
        final Seen seen = new Seen();
        final RunResult result = run(plan, seen);
        final Report report = RunReport.of(plan, config, new World(Terrain.FLAT, 1, null), result);
        assertEquals("OVER_TIME", report.get("policy_fault"));
        assertEquals(
                "OVER_TIME of policy 1: the policy takes too long (900.0 us); the robot walks on without it",
                report.get("policy_fault_text"));
        assertEquals("none", report.get("fault"));
        assertTrue(seen.shareTicks > 1000, "in force for " + seen.shareTicks + " ticks before");
        assertEquals(0, seen.shareAtEnd);
        assertEquals(0, seen.addedAtEnd);
        assertTrue(
                result.meter().walk.distanceM() > seen.wayAtFaultM + 0.5,
                result.meter().walk.distanceM() + " m, of which " + seen.wayAtFaultM + " m with the policy");
        assertEquals(0, result.meter().walk.falls());
        assertFalse(result.succeeded());
    }

    @Test
    void repeatsToTheBit() {
        final RunPlan plan = plan();
        assertEquals(
                run(plan, new Seen()).meter().digest.hex(),
                run(plan, new Seen()).meter().digest.hex());
    }

    /** By the clock of a run in lock-step no time passes within a tick. */
    @Test
    void isNotFoundWithoutAClockOfItsOwn() {
        final Config strict =
                new Config.Builder().set(Setting.POLICY_STEP_MAX_US, 1, "test").conclude();
        final RunResult result = new LockstepRun(plan(), strict, new World(Terrain.FLAT, 1, null)).run(RunMonitor.NONE);
        assertEquals(PolicyFault.NONE, result.meter().policyFault());
        assertTrue(result.succeeded());
    }
}
