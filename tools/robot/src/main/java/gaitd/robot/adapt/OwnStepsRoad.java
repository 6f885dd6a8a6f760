package gaitd.robot.adapt;

import gaitd.policies.bundle.Bundle;
import gaitd.policies.bundle.BundleException;
import gaitd.policies.bundle.ImportedNetwork;
import gaitd.policies.learn.Net;
import gaitd.policies.learn.NetPlan;
import gaitd.policies.learn.Nets;
import gaitd.runtime.frame.ExperienceField;
import gaitd.runtime.frame.ExperienceFrame;
import gaitd.runtime.policy.fit.AdaptingPolicies;
import java.util.Arrays;

/**
 * The robot's own steps alone: a model of how reward answers to exploration that is held, and as candidate the output biases that are
 * surely better by it.
 *
 * <p>Learns from all steps, those of trials too. A bias learns from what its own output did and what reward followed, so the rule is as
 * local as a rule can be. Deterministic. Used by one thread.
 */
final class OwnStepsRoad implements Road {
    private static final double AGAIN_S = 5;
    private static final double DOUBTS = 1;
    private static final double GAIN_MIN = 0.003;
    private static final double REACH = 0.15;
    private static final double[] MOVES = {0.1, 0.05, 0.02, 0.01};
    private static final double MEAN_S = 1;

    private final AdaptPlan plan;
    private final NetPlan netPlan;
    private final double[] half;
    private final double stepS;
    private final ResponseSamples samples;
    private final ResponseModel model;
    private final double[] incumbent;
    private final double[] best;
    private Net net;
    private float[] weights;
    private double waitedS;
    private double gain;
    private double doubt;
    private boolean once;

    /**
     * A road that has not begun.
     *
     * @param plan how
     * @param policy as shipped
     */
    OwnStepsRoad(final AdaptPlan plan, final ShippedPolicy policy) {
        this.plan = plan;
        netPlan = policy.part().actorPlan();
        half = AdaptingPolicies.halfWidths(policy.bundle().manifest().actions());
        stepS = policy.stepS();
        samples = new ResponseSamples(half, stepS);
        model = new ResponseModel(half.length);
        incumbent = new double[half.length];
        best = new double[half.length];
    }

    @Override
    public void take(final ExperienceFrame step, final double reward) {
        if (samples.add(step, reward)) {
            model.add(samples.place, samples.rewardPerS(), samples.follows());
        }
        if (step.real(ExperienceField.CANDIDATE_SHARE, 0) == 0) {
            final double share = stepS / MEAN_S;
            for (int i = 0; i < half.length; i++) {
                final double distance =
                        step.real(ExperienceField.MEAN, i) - step.real(ExperienceField.SHIPPED_OUTPUT, i);
                incumbent[i] += half[i] > 0 ? share * (distance / half[i] - incumbent[i]) : 0;
            }
        }
    }

    @Override
    public double watchS() {
        return once ? AGAIN_S : plan.watchS();
    }

    @Override
    public String begin(final Bundle inForce, final int version) {
        once = true;
        waitedS = AGAIN_S;
        net = Nets.of(
                netPlan,
                inForce.manifest().cell().inputs(),
                inForce.manifest().cell().outputs());
        weights = net.parameters(inForce.tensors());
        if (net.outputBias() == null) {
            throw new BundleException("its outputs have no biases to learn");
        }
        return "%d samples of its own steps".formatted(model.samples());
    }

    @Override
    public boolean work(final double passedS) {
        waitedS += passedS;
        if (waitedS < AGAIN_S) {
            return false;
        }
        waitedS = 0;
        model.fit();
        search();
        gain = model.gain(best, incumbent);
        doubt = model.doubt(best, incumbent);
        return gain > GAIN_MIN && gain > DOUBTS * doubt;
    }

    private double sure(final double[] place) {
        return model.gain(place, incumbent) - DOUBTS * model.doubt(place, incumbent);
    }

    private void search() {
        System.arraycopy(incumbent, 0, best, 0, best.length);
        double value = 0;
        for (final double move : MOVES) {
            boolean moved = true;
            while (moved) {
                moved = false;
                for (int i = 0; i < best.length; i++) {
                    final double from = best[i];
                    for (int side = -1; side <= 1; side += 2) {
                        final double to = held(i, from + side * move);
                        final double old = best[i];
                        best[i] = to;
                        final double now = sure(best);
                        if (now > value + 1e-9) {
                            value = now;
                            moved = true;
                        } else {
                            best[i] = old;
                        }
                    }
                }
            }
        }
    }

    private double held(final int output, final double to) {
        final double inReach = Math.clamp(to, incumbent[output] - REACH, incumbent[output] + REACH);
        return Math.clamp(inReach, -plan.box(), plan.box());
    }

    @Override
    public boolean isBusy() {
        return waitedS >= AGAIN_S;
    }

    @Override
    public long updates() {
        return model.samples();
    }

    @Override
    public ImportedNetwork network() {
        final float[] changed = weights.clone();
        final int at = net.outputBias().offset();
        for (int i = 0; i < best.length; i++) {
            changed[at + i] += (float) (half[i] * (best[i] - incumbent[i]));
        }
        return net.export(changed);
    }

    @Override
    public String cause() {
        return "%+.3f a second expected, deviation %.3f, by outputs moved by %s"
                .formatted(
                        gain,
                        doubt,
                        Arrays.toString(Arrays.stream(best)
                                .map(x -> Math.rint(100 * x) / 100)
                                .toArray()));
    }

    @Override
    public String maker() {
        return "own steps, output biases, %d samples of %s s".formatted(model.samples(), ResponseSamples.SAMPLE_S);
    }

    @Override
    public void close() {
        // holds nothing
    }
}
