package gaitd.runtime.gait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.A1;
import gaitd.policies.cpg.FootPath;
import gaitd.policies.cpg.Gait;
import gaitd.policies.cpg.HopfOscillators;
import gaitd.runtime.command.OperatorCommand;
import gaitd.runtime.config.Config;
import gaitd.runtime.estimate.BodyEstimate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The walk begins where the feet of a robot that moves already are. */
class MidStrideTest {
    private static final double CYCLE = 2 * Math.PI;
    private static final double VX_M_S = 0.4;
    private static final double VY_M_S = 0.1;

    private final Config config = Config.defaults();
    private final Stance stance = new Stance(config);
    private final StepPlanner planner = new StepPlanner(config);
    private final PolicyInput none = new PolicyInput(config);
    private final FootPath path = new FootPath(FootPath.Profile.LINEAR_STANCE);
    private final BodyEstimate estimate = new BodyEstimate();

    private VelocityTarget target() {
        final VelocityTarget target = new VelocityTarget(config);
        final OperatorCommand wish = new OperatorCommand();
        wish.vx = VX_M_S;
        wish.vy = VY_M_S;
        for (int i = 0; i < 1000; i++) {
            target.update(wish, true, 1, Gait.TROT, 0);
        }
        return target;
    }

    @ParameterizedTest
    @EnumSource
    void findsTheMomentOfTheCycleAndTheStride(final Gait gait) {
        final GaitBlend blend = new GaitBlend(0.002, 1);
        blend.choose(gait);
        blend.settle();
        path.configure(0.25, 0.06, 0.005, 0.15, gait.dutyFactor());
        final HopfOscillators oscillators = new HopfOscillators(gait, 150, 4);
        final VelocityTarget target = target();
        estimate.velocityHeading[0] = VX_M_S;
        estimate.velocityHeading[1] = VY_M_S;
        for (int step = 0; step < 50; step++) {
            final double cycle = step / 50.0;
            planner.begin(target, estimate, none, stance.foot, blend, oscillators);
            oscillators.begin(cycle, planner.mu);
            path.update(oscillators);
            final double[] feet = new double[3 * A1.LEGS];
            for (int leg = 0; leg < A1.LEGS; leg++) {
                feet[3 * leg] = stance.foot[3 * leg] + path.dx[leg];
                feet[3 * leg + 1] = stance.foot[3 * leg + 1] + path.dy[leg];
                feet[3 * leg + 2] = path.dz[leg];
            }
            oscillators.reset(gait);
            planner.begin(target, estimate, none, stance.foot, blend, oscillators);
            new MidStride(stance.foot).begin(planner, feet, oscillators, path);
            for (int leg = 0; leg < A1.LEGS; leg++) {
                final double off = oscillators.theta[leg] / CYCLE - gait.phaseOffset(leg) - cycle;
                assertTrue(Math.abs(off - Math.rint(off)) <= 1.0 / 32, "cycle " + cycle + " off by " + off);
                assertEquals(planner.mu[leg], oscillators.r[leg], 1e-12);
                assertEquals(Math.atan2(VY_M_S, VX_M_S), oscillators.phi[leg], 1e-9);
            }
        }
    }

    /** Offsets of the placement make up for what is left, so that no foot is told to be elsewhere at first. */
    @ParameterizedTest
    @EnumSource
    void placementBeginsWhereTheFeetAre(final Gait gait) {
        path.configure(0.25, 0.06, 0.005, 0.15, gait.dutyFactor());
        path.update(new HopfOscillators(gait, 150, 4));
        final FootPlacement placement = new FootPlacement(0.12);
        final double[] feet = stance.foot.clone();
        for (int i = 0; i < feet.length; i++) {
            feet[i] += 0.01 * (i - 5);
        }
        placement.begin(stance.foot, path, feet);
        for (int leg = 0; leg < A1.LEGS; leg++) {
            final int i = 3 * leg;
            assertEquals(feet[i], stance.foot[i] + path.dx[leg] + placement.offset[2 * leg], 1e-12);
            assertEquals(feet[i + 1], stance.foot[i + 1] + path.dy[leg] + placement.offset[2 * leg + 1], 1e-12);
        }
    }
}
