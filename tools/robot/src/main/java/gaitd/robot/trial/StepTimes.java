package gaitd.robot.trial;

import gaitd.robot.policy.PolicyFiles;
import gaitd.robot.report.PolicyText;
import gaitd.robot.world.World;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.policy.PolicyFault;
import gaitd.runtime.policy.WalkingPolicy;
import gaitd.sim.terrain.Terrain;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * How long a policy's steps take on this machine, in a walk of a thread that does nothing else, after its code has been compiled.
 *
 * @param ns of every step, ns
 * @param policyFault why the policy was taken off; empty when it was not
 * @param limitUs what a step may take, us
 * @param tickUs control period, us
 */
record StepTimes(Histogram ns, String policyFault, double limitUs, double tickUs) {
    private static final double WALK_S = 10;
    /** Single steps are late on any computer without real-time priority. */
    private static final double LATE_PERCENTILE = 95;

    private static final long LONGEST_NS = 10_000_000_000L;

    /** Measures the steps of a walk at half speed; they may take off the policy as on a robot. */
    static StepTimes measure(final PolicyFiles.Walk walk, final double vx) {
        final Config config = walk.config();
        final Histogram ns = new Histogram(LONGEST_NS, 3);
        final WalkingPolicy policy = walk.policies().getFirst().create();
        String fault = "";
        try (PolicyRig rig = new PolicyRig(
                config, new WalkingPolicy[] {policy}, new World(Terrain.FLAT, 1, null), System::nanoTime)) {
            rig.ask(vx, 0, 0);
            while (rig.timeS() < WALK_S && fault.isEmpty() && rig.falls() == 0) {
                final TickFrame frame = rig.tick();
                final long tookNs = frame.get(TickField.POLICY_STEP_NS);
                if (tookNs >= 0) {
                    ns.recordValue(Math.min(tookNs, LONGEST_NS));
                }
                fault = PolicyText.fault(frame) == PolicyFault.NONE ? "" : PolicyText.describe(frame);
            }
        }
        return new StepTimes(ns, fault, config.get(Setting.POLICY_STEP_MAX_US), config.periodNs() * 1e-3);
    }

    /** A percentile, us. */
    double us(final double percentile) {
        return ns.getValueAtPercentile(percentile) * 1e-3;
    }

    TrialVerdict verdict() {
        final List<String> reasons = new ArrayList<>();
        final List<String> notes = new ArrayList<>();
        final String late = String.format(
                Locale.ROOT, "a step takes more than %s, which is %.0f us", Setting.POLICY_STEP_MAX_US.key, limitUs);
        if (!policyFault.isEmpty()) {
            reasons.add(policyFault);
        } else if (us(LATE_PERCENTILE) > limitUs) {
            reasons.add(String.format(Locale.ROOT, "%s: %.0f us in one of 20", late, us(LATE_PERCENTILE)));
        } else if (us(100) > limitUs) {
            notes.add(String.format(Locale.ROOT, "%s: at most %.0f us", late, us(100)));
        }
        return new TrialVerdict(reasons, notes);
    }
}
