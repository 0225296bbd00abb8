package ai.fastrouter.camel.operations.secrecy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** Words that stand for what must stay secret. They occur nowhere else, so where one is found something was given away. */
final class Canaries {

    static final String KEY = "sk-canary7f3a91bd55";
    static final String PROMPT = "zebraprompt5591";
    static final String ANSWER = "quaggaanswer7712";
    static final String SOUND = "okapisound3340";
    static final String PASSWORD = "tapirpassword8824";

    private static final List<String> FORMS = forms();

    private Canaries() {}

    /** Audio with the canary in its samples: a WAV file in everything but quality. */
    static byte[] audio() {
        byte[] sound = SOUND.repeat(300).getBytes(StandardCharsets.US_ASCII);
        byte[] wav = new byte[44 + sound.length];
        System.arraycopy("RIFF....WAVEfmt ".getBytes(StandardCharsets.US_ASCII), 0, wav, 0, 16);
        wav[16] = 16;
        wav[20] = 1;
        wav[22] = 1;
        wav[24] = (byte) 0x80;
        wav[25] = 0x3e;
        wav[29] = 0x7d;
        wav[32] = 2;
        wav[34] = 16;
        System.arraycopy("data".getBytes(StandardCharsets.US_ASCII), 0, wav, 36, 4);
        wav[40] = (byte) sound.length;
        wav[41] = (byte) (sound.length >> 8);
        System.arraycopy(sound, 0, wav, 44, sound.length);
        return wav;
    }

    /** The canaries in a text, in any case and also as base64; empty when there is none. */
    static List<String> in(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return FORMS.stream()
                .filter(form -> text.contains(form) || lower.contains(form.toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** The words themselves, and the middle of their base64 wherever they begin in a group of three bytes. */
    private static List<String> forms() {
        List<String> forms = new ArrayList<>();
        for (String word : List.of(KEY, PROMPT, ANSWER, SOUND, PASSWORD)) {
            forms.add(word);
            for (int shift = 0; shift < 3; shift++) {
                String base64 = Base64.getEncoder()
                        .encodeToString((" ".repeat(shift) + word + "   ").getBytes(StandardCharsets.US_ASCII));
                forms.add(base64.substring(4, base64.length() - 8));
            }
        }
        return List.copyOf(forms);
    }
}
