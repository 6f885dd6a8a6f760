package gaitd.policies.bundle;

import gaitd.policies.cell.plan.PlanStep;
import gaitd.policies.plan.Plan;
import gaitd.policies.text.TomlText;
import gaitd.policies.text.TomlView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A network of any structure as a plan, one text a step.
 *
 * <p>Safetensors are {@code NAME.weight}, one row an input, and {@code NAME.bias} of each product and {@code NAME} of each constant.
 *
 * @param plan how it is computed
 */
public record GraphFacts(Plan plan) implements CellFacts {
    /** Name of the kind. */
    public static final String KIND = "graph";

    static GraphFacts read(final TomlView table) {
        final int inputs = table.size("inputs", 1, Plan.MEMORY_MAX);
        final int states = table.size("states", 0, Plan.MEMORY_MAX);
        final int outputs = table.size("outputs", 1, Plan.MEMORY_MAX);
        final int memory = table.size("memory", 1, Plan.MEMORY_MAX);
        final int outputAt = table.size("output_at", 0, Plan.MEMORY_MAX);
        final int nextAt = table.size("next_at", 0, Plan.MEMORY_MAX);
        final List<PlanStep> steps = new ArrayList<>();
        for (final String text : table.texts("steps", Plan.STEPS_MAX)) {
            final PlanStep step = PlanText.read(text);
            if (step == null) {
                table.problem("steps", "'" + text + "', expected " + PlanText.EXPECTED);
                return null;
            }
            steps.add(step);
        }
        final Plan plan = new Plan(inputs, states, outputs, memory, outputAt, nextAt, steps);
        final String problem = plan.problem();
        if (!problem.isEmpty()) {
            table.problem("steps", problem);
            return null;
        }
        return new GraphFacts(plan);
    }

    @Override
    public void write(final TomlText text) {
        text.put("kind", KIND).put("inputs", plan.inputs()).put("states", plan.states());
        text.put("outputs", plan.outputs()).put("memory", plan.memory());
        text.put("output_at", plan.outputAt()).put("next_at", plan.nextAt());
        text.texts("steps", plan.steps().stream().map(PlanText::write).toList());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public int inputs() {
        return plan.inputs();
    }

    @Override
    public int outputs() {
        return plan.outputs();
    }

    @Override
    public double elapsedPerStep() {
        return 1;
    }

    @Override
    public Map<String, int[]> shapes() {
        final Map<String, int[]> shapes = new LinkedHashMap<>();
        for (final PlanStep step : plan.steps()) {
            if (step instanceof final PlanStep.Affine affine) {
                shapes.put(affine.name() + ".weight", new int[] {affine.in(), affine.out()});
                shapes.put(affine.name() + ".bias", new int[] {affine.out()});
            } else if (step instanceof final PlanStep.Constant constant) {
                shapes.put(constant.name(), new int[] {constant.size()});
            }
        }
        return shapes;
    }
}
