package gaitd.policies.bundle;

import gaitd.policies.cell.Cell;
import gaitd.policies.cell.CtGruSpec;
import gaitd.policies.cell.GruSpec;
import gaitd.policies.cell.LayerCell;
import gaitd.policies.cell.LstmSpec;
import gaitd.policies.cell.MlpSpec;
import gaitd.policies.cell.OdeSpec;
import gaitd.policies.cell.ParameterLayout;
import gaitd.policies.kernel.Activation;
import gaitd.policies.kernel.FloatKernels;
import gaitd.policies.kernel.Kernels;
import gaitd.policies.kernel.Synapses;
import gaitd.policies.text.FormatException;
import gaitd.policies.text.JsonFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the cells of this project from a bundle's facts and tensors. */
public final class Networks implements CellFactory {
    /** In the fastest float arithmetic of this machine. */
    public static final Networks FASTEST = new Networks(FloatKernels.fastest());

    private final Kernels<float[]> kernels;

    /**
     * Made for one arithmetic.
     *
     * @param kernels which
     */
    public Networks(final Kernels<float[]> kernels) {
        this.kernels = kernels;
    }

    @Override
    public PolicyCell create(final CellFacts facts, final Safetensors tensors) {
        return new StagedCell(kernels, stages(facts, tensors));
    }

    /**
     * The weights that a network is made with, as {@link PolicyCell#load} takes them.
     *
     * @param facts its kind and sizes
     * @param tensors its weights by name
     * @return stage by stage, in the order of each cell's layout
     * @throws BundleException when the tensors make no cell
     */
    public float[] weights(final CellFacts facts, final Safetensors tensors) {
        final List<Stage> stages = stages(facts, tensors);
        int size = 0;
        for (final Stage stage : stages) {
            size += stage.weights.length;
        }
        final float[] all = new float[size];
        int at = 0;
        for (final Stage stage : stages) {
            System.arraycopy(stage.weights, 0, all, at, stage.weights.length);
            at += stage.weights.length;
        }
        return all;
    }

    private List<Stage> stages(final CellFacts facts, final Safetensors tensors) {
        try {
            final List<Stage> stages = new ArrayList<>();
            switch (facts) {
                case LtcFacts ltc -> stages.add(imported(ltc.importFacts(), tensors));
                case CfcFacts cfc -> stages.add(imported(cfc.importFacts(), tensors));
                case OdeFacts ode -> stages.add(ode(ode, tensors));
                case CtGruFacts gru -> addCtGru(gru, tensors, stages);
                case GraphFacts graph -> {
                    final Cell<float[]> cell = graph.plan().cell(kernels);
                    stages.add(loaded(cell, asTheyAre(cell.layout(), Map.of(), tensors), Activation.IDENTITY));
                }
                case LayersFacts layers -> {
                    for (int i = 0; i < layers.layers().size(); i++) {
                        stages.add(layer(layers.layers().get(i), i, tensors));
                    }
                }
            }
            return stages;
        } catch (final FormatException | IllegalArgumentException e) {
            throw new BundleException("these weights make no cell: " + e.getMessage());
        }
    }

    private Stage imported(final Map<String, Object> facts, final Safetensors tensors) throws FormatException {
        final NcpsImport.Imported imported = NcpsImport.of(new JsonFields("facts", facts), tensors);
        return loaded(imported.spec().cell(kernels), imported.parameters(), Activation.IDENTITY);
    }

    private Stage loaded(final Cell<float[]> cell, final double[] parameters, final Activation activation) {
        final float[] array = kernels.allocate(parameters.length);
        for (int i = 0; i < parameters.length; i++) {
            kernels.set(array, i, parameters[i]);
        }
        cell.load(array, 0);
        return new Stage(cell, activation, array);
    }

    private Stage ode(final OdeFacts facts, final Safetensors tensors) throws FormatException {
        final Synapses sensory = pattern(facts.sparse(), "sensory_mask", facts.inputs(), facts.units(), tensors);
        final Synapses inner = pattern(facts.sparse(), "mask", facts.units(), facts.units(), tensors);
        final Cell<float[]> cell = new OdeSpec(
                        facts.equation(),
                        facts.gate(),
                        sensory,
                        inner,
                        facts.readout(),
                        facts.scheme(),
                        facts.subSteps())
                .cell(kernels);
        final ParameterLayout layout = cell.layout();
        final double[] parameters = new double[layout.size()];
        for (int i = 0; i < layout.count(); i++) {
            final ParameterLayout.Slice slice = layout.slice(i);
            final double[] values = tensors.values(slice.name());
            final Synapses synapses = switch (slice.name()) {
                case "Win" -> sensory;
                case "W" -> inner;
                default -> Synapses.full(slice.rows(), slice.cols());
            };
            for (int k = 0; k < slice.size(); k++) {
                parameters[slice.offset() + k] = values[synapses.source(k) * synapses.targets() + synapses.target(k)];
            }
        }
        return loaded(cell, parameters, Activation.IDENTITY);
    }

    private void addCtGru(final CtGruFacts facts, final Safetensors tensors, final List<Stage> stages)
            throws FormatException {
        final Cell<float[]> cell =
                new CtGruSpec(facts.inputs(), facts.units(), facts.scales(), facts.shortest()).cell(kernels);
        stages.add(loaded(cell, asTheyAre(cell.layout(), Map.of(), tensors), Activation.IDENTITY));
        if (facts.readout() > 0) {
            final Cell<float[]> readout =
                    new MlpSpec(Activation.IDENTITY, facts.units(), facts.readout()).cell(kernels);
            final Map<String, String> names = Map.of("0.weight", CtGruFacts.READOUT, "0.bias", CtGruFacts.READOUT_BIAS);
            stages.add(loaded(readout, asTheyAre(readout.layout(), names, tensors), Activation.IDENTITY));
        }
    }

    /** Tensors with one row a source, some under another name. */
    private static double[] asTheyAre(
            final ParameterLayout layout, final Map<String, String> names, final Safetensors tensors)
            throws FormatException {
        final double[] parameters = new double[layout.size()];
        for (int i = 0; i < layout.count(); i++) {
            final ParameterLayout.Slice slice = layout.slice(i);
            final double[] values = tensors.values(names.getOrDefault(slice.name(), slice.name()));
            System.arraycopy(values, 0, parameters, slice.offset(), slice.size());
        }
        return parameters;
    }

    private static Synapses pattern(
            final boolean sparse, final String name, final int sources, final int targets, final Safetensors tensors)
            throws FormatException {
        if (!sparse) {
            return Synapses.full(sources, targets);
        }
        final double[] values = tensors.values(name);
        final boolean[] mask = new boolean[values.length];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = values[i] != 0;
        }
        return Synapses.of(mask, sources, targets);
    }

    private Stage layer(final LayersFacts.Layer layer, final int index, final Safetensors tensors)
            throws FormatException {
        final Cell<float[]> cell = switch (layer.type()) {
            case DENSE -> new LayerCell<>(kernels, layer.activation(), layer.in(), layer.out());
            case LSTM -> new LstmSpec(layer.in(), layer.out()).cell(kernels);
            case GRU -> new GruSpec(layer.in(), layer.out()).cell(kernels);
        };
        final Map<String, String> names = new LinkedHashMap<>();
        for (final String part : new String[] {"weight", "bias"}) {
            names.put(part, index + "." + part);
            names.put(part + "_ih_l0", index + "." + part + "_ih");
            names.put(part + "_hh_l0", index + "." + part + "_hh");
        }
        final ParameterLayout layout = cell.layout();
        final double[] parameters = new double[layout.size()];
        for (int i = 0; i < layout.count(); i++) {
            final ParameterLayout.Slice slice = layout.slice(i);
            final double[] values = tensors.values(names.get(slice.name()));
            for (int row = 0; row < slice.rows(); row++) {
                for (int col = 0; col < slice.cols(); col++) {
                    parameters[slice.offset() + row * slice.cols() + col] = values[col * slice.rows() + row];
                }
            }
        }
        return loaded(
                cell, parameters, layer.type() == LayersFacts.Type.DENSE ? Activation.IDENTITY : layer.activation());
    }

    /**
     * One of several cells in a row.
     *
     * @param cell with its weights
     * @param activation what follows it
     * @param weights what it was loaded with
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Stage(Cell<float[]> cell, Activation activation, float[] weights) {}
}
