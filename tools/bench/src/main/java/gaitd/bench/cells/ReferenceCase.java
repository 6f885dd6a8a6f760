package gaitd.bench.cells;

import gaitd.policies.cell.CellSpec;

/** One case: cells that should agree, their parameters, and what they should answer. Filled by a reader, then left alone. */
final class ReferenceCase {
    /** Name in the data. */
    String name;
    /** The cell in double. */
    CellSpec exact;
    /** The cell in float; another solver where the exact one adapts its steps. */
    CellSpec quick;
    /** In the order of the cell's layout. */
    double[] parameters;
    /** With memory cells behind the hidden state. */
    double[] initialState;
    /** One row a step. */
    double[][] inputs;
    /** One a step. */
    double[] elapsed;
    /** One row a step, or null when the state is the output. */
    double[][] outputs;
    /** One row a step. */
    double[][] states;
}
