package gaitd.runtime.policy;

import gaitd.runtime.command.OperatorRequest;
import gaitd.runtime.config.Config;
import gaitd.runtime.gait.PolicyInput;
import gaitd.runtime.mode.Mode;
import java.util.function.LongSupplier;

/**
 * The stage between estimate and mode machine that selects, blends and supervises the policies on the walk.
 *
 * <p>While the robot walks, the chosen policy is blended in, another or none in its place when the operator requests
 * it. A robot that slows down to stand or sit has them blended out; a stop does not wait. A policy fault latches and
 * blends every policy out; clearing it leaves the walk without a policy until one is asked for. Called by the control
 * thread once a tick; allocates nothing after construction.
 */
public final class PolicyStage {
    private final WalkingPolicy[] policies;
    private final RobotSignals robot;
    private final PolicyInput input;
    private final ActionSlew slew;
    private final LongSupplier clockNs;
    private final PolicyLatch latch = new PolicyLatch();
    private final PolicyMix mix;
    private int chosen;
    private int lastChosen;
    private long stepNs = -1;

    /**
     * A stage whose first policy is chosen.
     *
     * @param config blending time, limits
     * @param policies owned from now on; may be none
     * @param robot what they observe
     * @param input what they add to the walk is written here
     * @param clockNs measures their steps
     */
    public PolicyStage(
            final Config config,
            final WalkingPolicy[] policies,
            final RobotSignals robot,
            final PolicyInput input,
            final LongSupplier clockNs) {
        this.policies = policies.clone();
        this.robot = robot;
        this.input = input;
        this.clockNs = clockNs;
        mix = new PolicyMix(config, this.policies);
        slew = robot.slew;
        chosen = policies.length > 0 ? 0 : -1;
    }

    /**
     * One tick.
     *
     * @param request what the operator asked for
     * @param mode what the robot did in the last tick
     * @param slowing whether it walked only to come to rest
     */
    public void update(final OperatorRequest request, final Mode mode, final boolean slowing) {
        if (policies.length == 0) {
            return;
        }
        stepNs = -1;
        select(request);
        if (mode == Mode.WALK) {
            blend(slowing);
        } else {
            clear();
        }
    }

    private void select(final OperatorRequest request) {
        switch (request) {
            case POLICY_ON -> choose(lastChosen);
            case POLICY_OFF -> choose(-1);
            case POLICY_NEXT -> choose(chosen + 1 < policies.length ? chosen + 1 : -1);
            case CLEAR_FAULT -> {
                if (latch.isTripped()) {
                    latch.clear();
                    choose(-1);
                }
            }
            case NONE, STAND, WALK, SIT, STOP -> {
                // nothing for policies
            }
        }
    }

    private void choose(final int policy) {
        if (!latch.isTripped()) {
            chosen = policy;
            lastChosen = policy >= 0 ? policy : lastChosen;
        }
    }

    private void blend(final boolean slowing) {
        final int goal = slowing || latch.isTripped() ? -1 : chosen;
        if (goal >= 0 && !mix.isOn(goal)) {
            policies[goal].begin();
        }
        mix.ramp(goal);
        for (int i = 0; i < policies.length; i++) {
            if (!mix.isOn(i)) {
                continue;
            }
            if (i != latch.policy()) {
                final long tookNs = policies[i].update(robot, clockNs, i, latch);
                stepNs = tookNs < 0 ? stepNs : Math.max(0, stepNs) + tookNs;
            }
            policies[i].action.update(robot);
        }
        mix.apply(policies, slew, input);
        input.put(slew.applied);
    }

    private void clear() {
        mix.clear();
        slew.clear();
        input.clear();
    }

    /**
     * Whether policies add anything to the walk.
     *
     * @return false once all are blended out
     */
    public boolean isActive() {
        if (policies.length == 0) {
            return false;
        }
        for (final double value : slew.applied) {
            if (value != 0) {
                return true;
            }
        }
        return mix.share() > 0;
    }

    /** Clears what is latched and chooses the first policy, as constructed. */
    public void reset() {
        latch.clear();
        clear();
        lastChosen = 0;
        chosen = policies.length > 0 ? 0 : -1;
        stepNs = -1;
    }

    /**
     * The policy the operator chose.
     *
     * @return its number, from 1; -1 for none, 0 when there are no policies
     */
    public int chosen() {
        return policies.length == 0 ? 0 : chosen < 0 ? -1 : chosen + 1;
    }

    /**
     * Share of the policies blended into the walk.
     *
     * @return 0 to 1
     */
    public double share() {
        return mix.share();
    }

    /**
     * Share of one policy blended into the walk.
     *
     * @param policy its number, from 0
     * @return 0 to 1; 0 when there is no such policy
     */
    public double share(final int policy) {
        return policy < policies.length ? mix.share(policy) : 0;
    }

    /**
     * What they add in this tick, in the order of {@link PolicyInput}.
     *
     * @return live, not to be modified
     */
    public double[] applied() {
        return slew.applied;
    }

    /**
     * Time that policies' steps took in this tick.
     *
     * @return ns, -1 when none was due
     */
    public long stepNs() {
        return stepNs;
    }

    /**
     * Why policies were blended out.
     *
     * @return live, not to be modified
     */
    public PolicyLatch latch() {
        return latch;
    }
}
