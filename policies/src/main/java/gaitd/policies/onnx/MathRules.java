package gaitd.policies.onnx;

import gaitd.policies.cell.plan.PlanFunction;
import gaitd.policies.cell.plan.PlanOperator;
import gaitd.policies.graph.Value;
import gaitd.policies.onnx.Operands.Rule;
import java.util.List;
import java.util.Map;

/** Functions of one value, and operations on two or more. */
final class MathRules {
    private static final float SELU_ALPHA = 1.6732632f;
    private static final float SELU_GAMMA = 1.050701f;
    private static final double HARD_SIGMOID_ALPHA = 0.2;
    private static final double LEAK = 0.01;

    private MathRules() {}

    static void addTo(final Map<String, Rule> rules) {
        function(rules, "Relu", PlanFunction.RELU);
        function(rules, "Tanh", PlanFunction.TANH);
        function(rules, "Sigmoid", PlanFunction.SIGMOID);
        function(rules, "Softplus", PlanFunction.SOFTPLUS);
        function(rules, "Softsign", PlanFunction.SOFTSIGN);
        function(rules, "HardSwish", PlanFunction.HARD_SWISH);
        function(rules, "Mish", PlanFunction.MISH);
        function(rules, "Abs", PlanFunction.ABS);
        function(rules, "Sign", PlanFunction.SIGN);
        function(rules, "Floor", PlanFunction.FLOOR);
        function(rules, "Ceil", PlanFunction.CEIL);
        function(rules, "Round", PlanFunction.ROUND);
        function(rules, "Sqrt", PlanFunction.SQRT);
        function(rules, "Reciprocal", PlanFunction.RECIPROCAL);
        function(rules, "Exp", PlanFunction.EXP);
        function(rules, "Log", PlanFunction.LOG);
        function(rules, "Erf", PlanFunction.ERF);
        function(rules, "Sin", PlanFunction.SIN);
        function(rules, "Cos", PlanFunction.COS);
        rules.put("Neg", of -> List.of(of.graph.map(PlanFunction.LINEAR, -1, 0, of.value(0))));
        rules.put("Elu", of -> map(of, PlanFunction.ELU, of.number("alpha", 1), 1));
        rules.put(
                "Selu",
                of -> map(of, PlanFunction.ELU, of.number("alpha", SELU_ALPHA), of.number("gamma", SELU_GAMMA)));
        rules.put("Celu", of -> map(of, PlanFunction.CELU, of.number("alpha", 1), 0));
        rules.put("Swish", of -> map(of, PlanFunction.SWISH, of.number("alpha", 1), 0));
        rules.put("LeakyRelu", of -> map(of, PlanFunction.LEAKY_RELU, of.number("alpha", LEAK), 0));
        rules.put(
                "HardSigmoid",
                of -> map(
                        of, PlanFunction.HARD_SIGMOID, of.number("alpha", HARD_SIGMOID_ALPHA), of.number("beta", 0.5)));
        rules.put(
                "Gelu",
                of -> map(
                        of,
                        of.text("approximate", "none").equals("tanh") ? PlanFunction.TANH_GELU : PlanFunction.GELU,
                        0,
                        0));
        rules.put("Clip", MathRules::clip);
        rules.put("PRelu", MathRules::leakOfEach);
        operator(rules, "Add", PlanOperator.ADD);
        operator(rules, "Sub", PlanOperator.SUBTRACT);
        operator(rules, "Mul", PlanOperator.MULTIPLY);
        operator(rules, "Div", PlanOperator.DIVIDE);
        operator(rules, "Pow", PlanOperator.POWER);
        operator(rules, "Min", PlanOperator.MIN);
        operator(rules, "Max", PlanOperator.MAX);
        operator(rules, "Sum", PlanOperator.ADD);
    }

    private static void function(final Map<String, Rule> rules, final String type, final PlanFunction function) {
        rules.put(type, of -> map(of, function, 0, 0));
    }

    private static List<Value> map(final Operands of, final PlanFunction function, final double a, final double b) {
        return List.of(of.graph.map(function, a, b, of.value(0)));
    }

    private static void operator(final Map<String, Rule> rules, final String type, final PlanOperator operator) {
        rules.put(type, of -> {
            Value value = of.value(0);
            for (int i = 1; i < of.inputs(); i++) {
                value = of.graph.combine(operator, value, of.value(i));
            }
            return List.of(value);
        });
    }

    private static List<Value> clip(final Operands of) {
        final double min = of.number("min", 1, Double.NEGATIVE_INFINITY);
        final double max = of.number("max", 2, Double.POSITIVE_INFINITY);
        return map(of, PlanFunction.CLIP, min, max);
    }

    /** max(x, 0) + slope min(x, 0). */
    private static List<Value> leakOfEach(final Operands of) {
        final Value above = of.graph.map(PlanFunction.RELU, 0, 0, of.value(0));
        final Value below = of.graph.map(PlanFunction.CLIP, Double.NEGATIVE_INFINITY, 0, of.value(0));
        return List.of(
                of.graph.combine(PlanOperator.ADD, above, of.graph.combine(PlanOperator.MULTIPLY, below, of.value(1))));
    }
}
