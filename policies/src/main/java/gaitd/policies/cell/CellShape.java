package gaitd.policies.cell;

/**
 * What a cell reads, keeps and gives.
 *
 * @param layout names and places of the parameters
 * @param inputs number of inputs, 1 or more
 * @param outputs number of outputs, 1 or more
 * @param states length of the state, memory cells included; 0 for cells without memory
 */
public record CellShape(ParameterLayout layout, int inputs, int outputs, int states) {}
