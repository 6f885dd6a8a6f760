package gaitd.policies.graph;

import gaitd.policies.cell.plan.PlanFunction;
import gaitd.policies.cell.plan.PlanOperator;
import gaitd.policies.cell.plan.PlanReduction;
import java.util.List;

/** An operation and its values, one behind the other. Nodes are told apart by identity; arrays are not changed. */
sealed interface Node {
    /** How many values it has. */
    int size();

    /** Whether it is this very node, not only one like it. */
    @SuppressWarnings("ReferenceEquality")
    default boolean is(final Node other) {
        return this == other;
    }

    /** Nodes that it reads. */
    default List<Node> sources() {
        return List.of();
    }

    /** Values that come from outside at every step. */
    record Input(String name, int size) implements Node {}

    /** Values that are kept from one step to the next. */
    record State(String name, int size) implements Node {}

    /** Values that never change. */
    @SuppressWarnings("ArrayRecordComponent")
    record Constant(double[] values) implements Node {
        @Override
        public int size() {
            return values.length;
        }
    }

    /** Rows times a matrix with one row an input. */
    @SuppressWarnings("ArrayRecordComponent")
    record Affine(Node source, double[] weight, double[] bias, int rows) implements Node {
        int in() {
            return source.size() / rows;
        }

        @Override
        public int size() {
            return bias.length * rows;
        }

        @Override
        public List<Node> sources() {
            return List.of(source);
        }
    }

    /** A function, value by value. */
    record Map(Node source, PlanFunction function, double a, double b) implements Node {
        @Override
        public int size() {
            return source.size();
        }

        @Override
        public List<Node> sources() {
            return List.of(source);
        }
    }

    /** Two values to one. */
    record Combine(PlanOperator operator, Node left, Node right) implements Node {
        @Override
        public int size() {
            return left.size();
        }

        @Override
        public List<Node> sources() {
            return List.of(left, right);
        }
    }

    /** Groups of values to one each. */
    record Reduce(PlanReduction reduction, Node source, int groups) implements Node {
        @Override
        public int size() {
            return groups;
        }

        @Override
        public List<Node> sources() {
            return List.of(source);
        }
    }

    /** Values of other nodes in another order: value i is value {@code at[i]} of the source {@code which[i]}. */
    @SuppressWarnings("ArrayRecordComponent")
    record Gather(List<Node> sources, int[] which, int[] at) implements Node {
        @Override
        public int size() {
            return at.length;
        }
    }
}
