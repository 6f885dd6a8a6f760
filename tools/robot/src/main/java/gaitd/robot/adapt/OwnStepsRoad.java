package gaitd.robot.adapt;

import gaitd.policies.bundle.Bundle;
import gaitd.policies.bundle.BundleException;
import gaitd.policies.bundle.CellFacts;
import gaitd.policies.bundle.ImportedNetwork;
import gaitd.policies.learn.Net;
import gaitd.policies.learn.Nets;
import gaitd.runtime.frame.ExperienceField;
import gaitd.runtime.frame.ExperienceFrame;
import gaitd.runtime.policy.fit.AdaptingPolicies;
import java.util.Arrays;

/**
 * The robot's own steps alone: a model of how reward answers to exploration, and as candidate the output layer that is surely better by
 * it: other biases, and outputs that move with the phase of the stride.
 *
 * <p>Learns from all steps, those of trials too. What an output's weights learn comes from what that output did and what reward
 * followed; no gradient passes through the network. Deterministic. Used by one thread.
 */
final class OwnStepsRoad implements Road {
    private static final double AGAIN_S = 5;
    private static final double DOUBTS = 1;
    private static final double GAIN_MIN = 0.003;
    private static final double REACH = 0.15;
    private static final double CREST = Math.sqrt(2);
    private static final double[] MOVES = {0.1, 0.05, 0.02, 0.01};

    private final AdaptPlan plan;
    private final Net net;
    private final double[] half;
    private final int outputs;
    private final StrideBasis basis;
    private final OutputShift shift;
    private final ResponseSamples samples;
    private final ResponseModel model;
    private final double[] function;
    private final double[] incumbentSum;
    private final double[] incumbent;
    private final double[] best;
    private long incumbentSteps;
    private long incumbentVersion = -1;
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
     * @throws BundleException in one line when its network has no output biases
     */
    OwnStepsRoad(final AdaptPlan plan, final ShippedPolicy policy) {
        this.plan = plan;
        final CellFacts facts = policy.bundle().manifest().cell();
        net = Nets.of(policy.part().actorPlan(), facts.inputs(), facts.outputs());
        if (net.outputBias() == null) {
            throw new BundleException("has no output biases, which its own steps could teach");
        }
        half = AdaptingPolicies.halfWidths(policy.bundle().manifest().actions());
        outputs = half.length;
        basis = new StrideBasis(policy.bundle().manifest(), net.outputWeights() != null);
        shift = new OutputShift(net, basis);
        samples = new ResponseSamples(basis, half, policy.stepS());
        model = new ResponseModel(basis.size * outputs, outputs);
        function = new double[basis.size];
        incumbentSum = new double[basis.size * outputs];
        incumbent = new double[basis.size * outputs];
        best = new double[basis.size * outputs];
    }

    @Override
    public void take(final ExperienceFrame step, final double reward) {
        if (samples.add(step, reward)) {
            model.add(samples.place, samples.rewardPerS(), samples.follows());
        }
        if (Adaptation.walks(step)) {
            shift.take(step);
            follow(step);
        }
    }

    /** Where the policy in force is: its mean since it is in force. */
    private void follow(final ExperienceFrame step) {
        if (step.get(ExperienceField.VERSION_INCUMBENT) != incumbentVersion) {
            incumbentVersion = step.get(ExperienceField.VERSION_INCUMBENT);
            Arrays.fill(incumbentSum, 0);
            incumbentSteps = 0;
        }
        if (step.real(ExperienceField.CANDIDATE_SHARE, 0) > 0) {
            return;
        }
        incumbentSteps++;
        basis.of(step, function);
        for (int i = 0; i < incumbent.length; i++) {
            final int output = i % outputs;
            final double distance =
                    step.real(ExperienceField.MEAN, output) - step.real(ExperienceField.SHIPPED_OUTPUT, output);
            incumbentSum[i] += half[output] > 0 ? function[i / outputs] * distance / half[output] : 0;
            incumbent[i] = incumbentSum[i] / incumbentSteps;
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
        weights = net.parameters(inForce.tensors());
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

    /** Within reach of the policy in force, and inside the box with all functions of the output together. */
    private double held(final int index, final double to) {
        final int output = index % outputs;
        double others = 0;
        for (int i = output; i < best.length; i += outputs) {
            others += i == index ? 0 : width(i) * Math.abs(best[i]);
        }
        final double room = Math.max(0, plan.box() - others) / width(index);
        return Math.clamp(
                Math.clamp(to, incumbent[index] - REACH / width(index), incumbent[index] + REACH / width(index)),
                -room,
                room);
    }

    /** How far an output moves at most, for one of its numbers. */
    private double width(final int index) {
        return index < outputs ? 1 : CREST;
    }

    @Override
    public void tried() {
        // the next one comes from what the robot does until then
    }

    @Override
    public boolean goesOn() {
        return false;
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
        final double[] change = new double[best.length];
        for (int i = 0; i < change.length; i++) {
            change[i] = half[i % outputs] * (best[i] - incumbent[i]);
        }
        return net.export(shift.moved(weights, change));
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
        return "own steps, output layer, %d samples of %s s".formatted(model.samples(), ResponseSamples.SAMPLE_S);
    }

    @Override
    public void close() {
        // holds nothing
    }
}
