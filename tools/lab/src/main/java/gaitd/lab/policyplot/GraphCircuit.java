package gaitd.lab.policyplot;

import gaitd.policies.bundle.GraphFacts;
import gaitd.policies.cell.ParameterLayout;
import gaitd.policies.cell.plan.PlanCell;
import gaitd.policies.kernel.DoubleKernels;
import gaitd.policies.plan.Plan;

/**
 * Circuit of a graph: its observations, its state and its actions. A weight is the slope at rest, with all observations and the state
 * at zero: by how much one changes with the other in a step.
 */
final class GraphCircuit {
    private static final double DELTA = 1e-4;

    private GraphCircuit() {}

    static Circuit read(final CircuitReader reader, final GraphFacts facts) {
        final Plan plan = facts.plan();
        final PlanCell<double[]> cell = cell(reader, plan);
        final int state = plan.states() == 0
                ? 0
                : reader.circuit.add("state", CircuitReader.neurons("state", plan.states(), 0, i -> NodeTime.MEASURED));
        final int actions = reader.addOutputs();
        for (int source = 0; source < plan.inputs() + plan.states(); source++) {
            final double[][] slopes = slopes(cell, plan, source);
            final int from = source < plan.inputs() ? source : state + source - plan.inputs();
            for (int i = 0; i < plan.outputs(); i++) {
                reader.circuit.connect(from, actions + i, slopes[0][i]);
            }
            for (int i = 0; i < plan.states(); i++) {
                reader.circuit.connect(from, state + i, slopes[1][i]);
            }
        }
        return reader.circuit.build("weights: slopes at rest, observations and state at zero");
    }

    private static PlanCell<double[]> cell(final CircuitReader reader, final Plan plan) {
        final PlanCell<double[]> cell = plan.cell(DoubleKernels.INSTANCE);
        final ParameterLayout layout = cell.layout();
        final double[] parameters = new double[layout.size()];
        for (int i = 0; i < layout.count(); i++) {
            final double[] values = reader.tensor(layout.slice(i).name()).values();
            System.arraycopy(values, 0, parameters, layout.slice(i).offset(), values.length);
        }
        cell.load(parameters, 0);
        return cell;
    }

    /** How outputs and next state change with one input or one value of the state. */
    private static double[][] slopes(final PlanCell<double[]> cell, final Plan plan, final int source) {
        final double[][] slopes = {new double[plan.outputs()], new double[plan.states()]};
        for (final double sign : new double[] {1, -1}) {
            final double[] input = new double[plan.inputs()];
            final double[] state = new double[plan.states()];
            final double[] output = new double[plan.outputs()];
            if (source < input.length) {
                input[source] = sign * DELTA;
            } else {
                state[source - input.length] = sign * DELTA;
            }
            cell.step(state, input, 1, output);
            for (int i = 0; i < output.length; i++) {
                slopes[0][i] += sign * output[i] / (2 * DELTA);
            }
            for (int i = 0; i < state.length; i++) {
                slopes[1][i] += sign * state[i] / (2 * DELTA);
            }
        }
        return slopes;
    }
}
