package gaitd.lab.policyplot;

import gaitd.hal.A1;
import gaitd.policies.bundle.ActedSignal;
import gaitd.policies.bundle.Bundle;
import gaitd.policies.bundle.BundleMaker;
import gaitd.policies.bundle.CellFacts;
import gaitd.policies.bundle.CfcFacts;
import gaitd.policies.bundle.Channel;
import gaitd.policies.bundle.CtGruFacts;
import gaitd.policies.bundle.GraphFacts;
import gaitd.policies.bundle.ImportedNetwork;
import gaitd.policies.bundle.LayersFacts;
import gaitd.policies.bundle.LtcFacts;
import gaitd.policies.bundle.Manifest;
import gaitd.policies.bundle.Networks;
import gaitd.policies.bundle.ObservedSignal;
import gaitd.policies.bundle.OdeFacts;
import gaitd.policies.bundle.Posture;
import gaitd.policies.bundle.Safetensors;
import gaitd.policies.bundle.Tensor;
import gaitd.policies.cell.CfcSpec.Mode;
import gaitd.policies.cell.ConductanceSpec.Mapping;
import gaitd.policies.cell.OdeKind;
import gaitd.policies.cell.plan.PlanFunction;
import gaitd.policies.cell.plan.PlanStep;
import gaitd.policies.kernel.Activation;
import gaitd.policies.plan.Plan;
import gaitd.policies.solver.Scheme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Policies with random weights, one of each kind. Inputs: the command and the last action. */
final class Bundles {
    static final int ACTIONS = 4;
    static final int INPUTS = 3 + ACTIONS;
    static final double POLICY_HZ = 50;

    /** Motor neurons 0 to 3, command 4 and 5, inter 6 to 8. */
    static final int UNITS = 9;

    private Bundles() {}

    static LtcFacts ltc() {
        return new LtcFacts(UNITS, INPUTS, ACTIONS, 6, 1e-8, true, Mapping.AFFINE, Mapping.AFFINE, false, 0.5);
    }

    /** A neural circuit policy. */
    static Bundle circuit() {
        return of(ltc(), true);
    }

    /** The same cell, everything connected. */
    static Bundle full() {
        return of(ltc(), false);
    }

    static Bundle wiredCfc() {
        return of(
                new CfcFacts(
                        INPUTS,
                        12,
                        4,
                        Mode.DEFAULT,
                        List.of(5, 3, 4),
                        0,
                        0,
                        Activation.IDENTITY,
                        false,
                        false,
                        false,
                        1),
                false);
    }

    static Bundle pureCfc() {
        return of(
                new CfcFacts(INPUTS, 10, 4, Mode.PURE, List.of(), 1, 6, Activation.SILU, false, true, false, 1), false);
    }

    static Bundle ode() {
        return of(
                new OdeFacts(OdeKind.LTC, Activation.SIGMOID, INPUTS, 6, 4, false, Scheme.SEMI_IMPLICIT, 6, 0.02),
                false);
    }

    static Bundle ctGru() {
        return of(new CtGruFacts(INPUTS, 6, 3, 0.02, ACTIONS, 0.02), false);
    }

    static Bundle lstm() {
        return layers(new LayersFacts.Layer(LayersFacts.Type.LSTM, INPUTS, ACTIONS, Activation.IDENTITY));
    }

    static Bundle mlp() {
        return layers(
                new LayersFacts.Layer(LayersFacts.Type.DENSE, INPUTS, 60, Activation.ELU),
                new LayersFacts.Layer(LayersFacts.Type.DENSE, 60, ACTIONS, Activation.IDENTITY));
    }

    static Bundle single() {
        return layers(new LayersFacts.Layer(LayersFacts.Type.DENSE, INPUTS, ACTIONS, Activation.TANH));
    }

    /** Actions and a state of 2, both from one product with a function behind it. */
    static Bundle graph() {
        return of(
                new GraphFacts(new Plan(
                        INPUTS,
                        2,
                        ACTIONS,
                        15,
                        9,
                        13,
                        List.of(
                                new PlanStep.Affine("w", 0, 9, 9, 6, 1),
                                new PlanStep.Map(PlanFunction.TANH, 0, 0, 9, 9, 6)))),
                false);
    }

    private static Bundle layers(final LayersFacts.Layer... layers) {
        return of(new LayersFacts(List.of(layers)), false);
    }

    static Bundle of(final CellFacts facts, final boolean circuit) {
        final SplittableRandom random = new SplittableRandom(7);
        final List<Tensor> tensors = new ArrayList<>();
        facts.shapes().forEach((name, shape) -> {
            final double[] values = new double[Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
            for (int i = 0; i < values.length; i++) {
                values[i] = name.endsWith("mask")
                        ? (circuit ? reaches(name, i / UNITS, i % UNITS) : 1)
                        : name.equals("tau") ? 0.05 * (i + 1) : random.nextDouble(-1, 1);
            }
            tensors.add(new Tensor(name, shape, values));
        });
        final Safetensors weights = new Safetensors(tensors, Map.of());
        final Manifest manifest = new Manifest(
                "example",
                IntStream.range(0, A1.JOINTS).mapToObj(A1::jointName).toList(),
                POLICY_HZ,
                500,
                List.of(
                        Channel.uniform(ObservedSignal.COMMAND, 3, 2, -0.5, 0.5),
                        Channel.uniform(ObservedSignal.LAST_ACTION, ACTIONS, 1, -0.25, 0.25)),
                List.of(Channel.uniform(ActedSignal.OSCILLATOR_AMPLITUDE, ACTIONS, 1, -2, 2)),
                Posture.uniform(0, 0, new double[A1.JOINTS]),
                Manifest.ANY_GAIT,
                facts,
                null);
        return new Bundle(
                manifest,
                weights,
                BundleMaker.record(new ImportedNetwork(facts, weights), 8, Networks.FASTEST),
                "0".repeat(64),
                null);
    }

    private static int reaches(final String mask, final int from, final int to) {
        final boolean there = mask.contains("sensory") ? to >= 6 : from >= 6 ? to == 4 || to == 5 : from >= 4 && to < 6;
        return there ? 1 : 0;
    }
}
