package gaitd.policies.bundle;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.text.FormatException;
import gaitd.policies.text.JsonFields;
import gaitd.policies.text.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NcpsImportTest {
    private static final Path DATA = Path.of("src/test/resources/gaitd/policies/golden/cells");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ltc_full8_explicit | \"units\":8 | \"units\":9 | values, expected",
                "ltc_full8_explicit | \"unfolds\":6 | \"unfolds\":0 | unfolds",
                "ltc_full8_explicit | \"unfolds\":6 | \"x\":6 | unfolds",
                "ltc_full8_explicit | \"output_mapping\":\"affine\" | \"output_mapping\":\"linear\" | [rnn_cell.output_b]",
                "ltc_full8_explicit | \"output_mapping\":\"affine\" | \"output_mapping\":\"cubic\" | output_mapping",
                "ltc_full8_explicit | \"mixed_memory\":false | \"mixed_memory\":true | no tensor lstm.input_map.weight",
                "ltc_mapping_none_linear | \"input_mapping\":null | \"input_mapping\":\"affine\" | no tensor rnn_cell.input_w",
                "cfc_default_1x32_tanh | \"mode\":\"default\" | \"mode\":\"pure\" | w_tau",
                "cfc_default_1x32_tanh | \"mode\":\"default\" | \"mode\":\"odd\" | mode",
                "cfc_default_1x32_tanh | \"backbone_layers\":1 | \"backbone_layers\":2 | fewer than 2 layers",
                "cfc_default_1x32_tanh | \"backbone_activation\":\"tanh\" | \"backbone_activation\":\"sin\" | backbone_activation",
                "cfc_wired_ncp24_pure | \"layer_sizes\":[12,8,4] | \"layer_sizes\":[12,8] | layer_sizes",
                "cfc_wired_ncp24_pure | \"layer_sizes\":[12,8,4] | \"layer_sizes\":[12,0,4] | layer_sizes",
                "lstm_8_in5 | \"LSTM\" | \"GRU\" | values, expected",
                "lstm_8_in5 | \"LSTM\" | \"TCN\" | expected LTC, CfC"
            })
    void refusesFactsThatDisagreeWithTheTensors(
            final String name, final String right, final String wrong, final String why) throws IOException {
        final String text = Files.readString(DATA.resolve(name + ".json")).replaceAll("\\s+", "");
        final String changed = text.replace(right, wrong);
        assertTrue(!changed.equals(text), "nothing to change in " + text.substring(0, 900));
        final JsonFields facts = new JsonFields(name, JsonReader.parse(changed)).object("model");
        final Safetensors tensors = Safetensors.read(DATA.resolve(name + ".safetensors"));
        final String message = assertThrows(FormatException.class, () -> NcpsImport.of(facts, tensors))
                .getMessage();
        assertTrue(message.contains(why), message);
    }
}
