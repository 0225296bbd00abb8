package ai.fastrouter.camel.operations.secrecy;

import static ai.fastrouter.camel.operations.secrecy.Canaries.ANSWER;
import static ai.fastrouter.camel.operations.secrecy.Canaries.KEY;
import static ai.fastrouter.camel.operations.secrecy.Canaries.PROMPT;
import static ai.fastrouter.camel.operations.secrecy.Scene.of;

import ai.fastrouter.camel.test.Envelope;
import ai.fastrouter.camel.test.JobReply;
import ai.fastrouter.camel.test.Operation;
import ai.fastrouter.camel.test.Reply;
import ai.fastrouter.camel.test.RequestMatcher;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every producer, with success and with each kind of failure. Prompts, answers and audio are canaries. */
final class Scenes {

    private static final String SPOKEN = Base64.getEncoder().encodeToString(Canaries.audio());
    private static final String COMPLETION =
            "{\"id\":\"c1\",\"model\":\"m\",\"choices\":[{\"message\":{\"role\":\"assistant\",\"content\":\"" + ANSWER
                    + "\",\"reasoning\":\"" + ANSWER + "\"},\"finish_reason\":\"stop\"}]}";

    private Scenes() {}

    static List<Scene> all() {
        List<Scene> all = new ArrayList<>();
        all.addAll(chat());
        all.addAll(streams());
        all.addAll(audio());
        all.addAll(jobs());
        all.addAll(refusals("chat", "fastrouter:chat", PROMPT, Operation.CHAT));
        all.addAll(refusals("stream", "fastrouter:chat?stream=true", PROMPT, Operation.CHAT));
        all.addAll(refusals("speech", "fastrouter:speech?voice=alloy", PROMPT, Operation.SPEECH));
        all.addAll(refusals("live speech", "fastrouter:speech?voice=alloy&output=stream", PROMPT, Operation.SPEECH));
        all.addAll(refusals("transcription", "fastrouter:transcription", Canaries.audio(), Operation.TRANSCRIPTION));
        all.addAll(refusals("translation", "fastrouter:translation", Canaries.audio(), Operation.TRANSLATION));
        all.addAll(refusals("models", "fastrouter:models", null, Operation.MODELS));
        all.addAll(
                refusals("job", "fastrouter:prompt-to-audio?model=ace-step/prompt-to-audio", PROMPT, Operation.SUBMIT));
        return all;
    }

    private static List<Scene> chat() {
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("messages", List.of(Map.of("role", "user", "content", PROMPT)));
        String picture = "data:image/png;base64," + Base64.getEncoder().encodeToString(PROMPT.getBytes());
        return List.of(
                of("chat", "fastrouter:chat", PROMPT).when(g -> g.onChat().reply(Reply.json(COMPLETION))),
                of("chat as response", "fastrouter:chat?output=response", whole)
                        .when(g -> g.onChat().reply(Reply.json(COMPLETION))),
                of(
                                "chat as JSON",
                                "fastrouter:chat?output=json",
                                "{\"messages\":[{\"role\":\"user\",\"content\":\"" + PROMPT + "\"}]}")
                        .when(g -> g.onChat().reply(Reply.json(COMPLETION))),
                of("chat with texts in headers", "fastrouter:chat", PROMPT)
                        .with("CamelFastRouterSystemMessage", PROMPT)
                        .with("CamelFastRouterUserMessage", PROMPT),
                of("chat about audio", "fastrouter:chat?userMessage=Listen", Canaries.audio())
                        .with("Content-Type", "audio/wav"),
                of(
                        "chat about a picture",
                        "fastrouter:chat",
                        Map.of(
                                "messages",
                                List.of(Map.of(
                                        "role",
                                        "user",
                                        "content",
                                        List.of(Map.of("type", "image_url", "image_url", Map.of("url", picture))))))),
                of("chat with a class", "fastrouter:chat?outputClass=java.util.Map", PROMPT)
                        .when(g -> g.onChat().reply(Reply.json(COMPLETION)))
                        .failing(),
                of("chat, answer is no JSON", "fastrouter:chat", PROMPT)
                        .when(g -> g.onChat().reply(Reply.json(ANSWER)))
                        .failing(),
                of("chat, answer has a wrong type", "fastrouter:chat", PROMPT)
                        .when(g -> g.onChat().reply(Reply.json("{\"choices\":\"" + ANSWER + "\"}")))
                        .failing(),
                of("chat, answer breaks off inside JSON", "fastrouter:chat", PROMPT)
                        .when(g -> g.onChat().reply(Reply.json("{\"choices\":[{\"message\":{\"content\":" + ANSWER)))
                        .failing(),
                of("chat, request is no JSON", "fastrouter:chat", "{\"messages\": " + PROMPT + "}"),
                of("chat, messages are wrong", "fastrouter:chat", Map.of("messages", PROMPT))
                        .failing(),
                of("chat, body can't be sent", "fastrouter:chat", new Object() {
                            @Override
                            public String toString() {
                                return PROMPT;
                            }
                        })
                        .failing(),
                of("chat, header is out of range", "fastrouter:chat", PROMPT)
                        .with("CamelFastRouterTemperature", 99)
                        .failing());
    }

    private static List<Scene> streams() {
        List<Scene> all = new ArrayList<>();
        for (String output : List.of("chunks", "text", "sse")) {
            String uri = "fastrouter:chat?stream=true&streamOutput=" + output;
            all.add(of("stream of " + output, uri, PROMPT).when(g -> g.onChat().reply(Reply.stream(ANSWER, ANSWER))));
            all.add(of("stream of " + output + ", cut", uri, PROMPT)
                    .when(g -> g.onChat().reply(Reply.stream(ANSWER, ANSWER).withoutFinish()))
                    .failing());
            all.add(of("stream of " + output + ", cut inside an event", uri, PROMPT)
                    .when(g -> g.onChat().reply(Reply.stream(ANSWER, ANSWER).halfFrame()))
                    .failing());
            all.add(of("stream of " + output + ", reset", uri, PROMPT)
                    .when(g -> g.onChat().reply(Reply.stream(ANSWER, ANSWER).resetAfter(300)))
                    .failing());
            all.add(of("stream of " + output + ", error event", uri, PROMPT)
                    .when(g -> g.onChat()
                            .reply(Reply.stream(ANSWER)
                                    .errorEvent("{\"error\":{\"message\":\"Provider gone, key " + KEY
                                            + "\",\"code\":502}}")))
                    .failing());
            all.add(of("stream of " + output + ", stalled", uri + "&idleTimeout=300", PROMPT)
                    .when(g -> g.onChat().reply(Reply.stream(ANSWER, ANSWER).stallAfter(300)))
                    .failing());
        }
        all.add(of("stream with an event that is no JSON", "fastrouter:chat?stream=true", PROMPT)
                .when(g -> g.onChat().reply(Reply.sse(ANSWER, "[DONE]")))
                .failing());
        all.add(of(
                        "stream of audio",
                        "fastrouter:chat?stream=true&streamOutput=audio&modalities=text,audio&audioVoice=alloy",
                        PROMPT)
                .when(g -> g.onChat()
                        .reply(Reply.sse(
                                "{\"choices\":[{\"delta\":{\"audio\":{\"data\":\"" + SPOKEN + "\"}}}]}",
                                "{\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}",
                                "[DONE]"))));
        return all;
    }

    private static List<Scene> audio() {
        Reply spoken = Reply.bytes("audio/wav", Canaries.audio());
        Reply transcript = Reply.json("{\"text\":\"" + ANSWER + "\"}");
        String verbose = "{\"text\":\"" + ANSWER + "\",\"segments\":[{\"id\":0,\"text\":\"" + ANSWER + "\"}]}";
        return List.of(
                of("speech", "fastrouter:speech?voice=alloy", PROMPT)
                        .when(g -> g.onSpeech().reply(spoken)),
                of("live speech", "fastrouter:speech?voice=alloy&output=stream", PROMPT)
                        .when(g -> g.onSpeech().reply(spoken)),
                of("speech that answers with text", "fastrouter:speech?voice=alloy", PROMPT)
                        .when(g -> g.onSpeech().reply(Reply.text(ANSWER)))
                        .failing(),
                of("speech cut", "fastrouter:speech?voice=alloy", PROMPT)
                        .when(g -> g.onSpeech().reply(spoken.resetAfter(200)))
                        .failing(),
                of("live speech cut", "fastrouter:speech?voice=alloy&output=stream", PROMPT)
                        .when(g -> g.onSpeech().reply(spoken.resetAfter(200)))
                        .failing(),
                of("transcription", "fastrouter:transcription", Canaries.audio())
                        .when(g -> g.onTranscription().reply(transcript)),
                of("transcription with a hint", "fastrouter:transcription", Canaries.audio())
                        .with("CamelFastRouterPrompt", PROMPT),
                of(
                                "transcription of a stream",
                                "fastrouter:transcription?output=response",
                                new ByteArrayInputStream(Canaries.audio()))
                        .when(g -> g.onTranscription().reply(Reply.json(verbose))),
                of(
                                "transcription that answers with plain text",
                                "fastrouter:transcription?output=response",
                                Canaries.audio())
                        .when(g -> g.onTranscription().reply(Reply.text(ANSWER))),
                of("translation", "fastrouter:translation", Canaries.audio())
                        .when(g -> g.onTranslation().reply(transcript)),
                of("models", "fastrouter:models", null),
                of("models, answer is no JSON", "fastrouter:models", null)
                        .when(g -> g.onModels().reply(Reply.json(ANSWER)))
                        .failing());
    }

    private static List<Scene> jobs() {
        String uri = "fastrouter:prompt-to-audio?jobPollDelay=20&jobPollMaxDelay=50&allowHttpDownload=true"
                + "&model=ace-step/prompt-to-audio&allowPrivateAddresses=true";
        return List.of(
                of("job", uri, PROMPT),
                of("job awaited", uri + "&await=true", PROMPT)
                        .when(g -> g.onDownload().always(Reply.bytes("audio/wav", Canaries.audio()))),
                of("job that fails", uri + "&await=true", PROMPT)
                        .when(g -> g.onPoll().always(JobReply.failed("Out of memory")))
                        .failing(),
                of("job that expires", uri + "&await=true", PROMPT)
                        .when(g -> g.onPoll().always(JobReply.expired()))
                        .failing(),
                of("job that takes too long", uri + "&await=true&jobTimeout=300", PROMPT)
                        .when(g -> g.onPoll().always(JobReply.inProgress()))
                        .failing(),
                of("job whose audio is text", uri + "&await=true", PROMPT)
                        .when(g -> g.onDownload().always(Reply.text(ANSWER)))
                        .failing());
    }

    /** What may happen to any call. */
    private static List<Scene> refusals(String name, String uri, Object body, Operation operation) {
        List<Scene> all = new ArrayList<>();
        RequestMatcher calls = RequestMatcher.operation(operation);
        for (int status : new int[] {400, 401, 402, 403, 404, 429, 446, 500}) {
            Reply reply = Reply.error(status, Envelope.E1, "Refused; your key was " + KEY);
            all.add(of(name + ", " + status, uri, body)
                    .when(g -> g.on(calls).always(reply))
                    .failing());
        }
        all.add(of(name + ", guardrail that quotes the prompt", uri, body)
                .when(g -> g.on(calls)
                        .always(Reply.json(
                                446,
                                "{\"error\":{\"code\":446,\"message\":\"Blocked\","
                                        + "\"guardrails\":{\"input\":\"" + PROMPT
                                        + "\"},\"metadata\":{\"flagged_input\":\"" + PROMPT
                                        + "\"}}}")))
                .failing());
        all.add(of(name + ", refusal without a message that quotes the prompt", uri, body)
                .when(g ->
                        g.on(calls).always(Reply.json(400, "{\"error\":{\"code\":400,\"input\":\"" + PROMPT + "\"}}")))
                .failing());
        all.add(of(name + ", validation that quotes the prompt", uri, body)
                .when(g -> g.on(calls)
                        .always(Reply.json(
                                422,
                                "{\"detail\":[{\"loc\":[\"body\",0],\"msg\":\"Too long\","
                                        + "\"type\":\"string_too_long\",\"input\":\"" + PROMPT + "\"}]}")))
                .failing());
        all.add(of(name + ", page of a proxy", uri, body)
                .when(g -> g.on(calls)
                        .always(Reply.html(
                                502, "<html><head><title>Bad gateway</title></head><body>" + KEY + "</body></html>")))
                .failing());
        all.add(of(name + ", long wait", uri, body)
                .when(g -> g.on(calls)
                        .always(Reply.error(429, Envelope.E1, "Later").retryAfterSeconds(3600)))
                .failing());
        all.add(of(name + ", redirect", uri, body)
                .when(g -> g.on(calls).always(Reply.redirect("http://127.0.0.1:1/")))
                .failing());
        all.add(of(name + ", connection dropped", uri, body)
                .when(g -> g.on(calls).always(Reply.dropConnection()))
                .failing());
        all.add(of(name + ", connection reset", uri, body)
                .when(g -> g.on(calls).always(Reply.resetConnection()))
                .failing());
        all.add(of(name + ", no answer", join(uri, "firstByteTimeout=300"), body)
                .when(g -> g.on(calls).always(Reply.hang()))
                .failing());
        all.add(of(name + ", nobody there", join(uri, "baseUrl=http://127.0.0.1:1/v1"), body)
                .failing());
        all.add(of(name + ", total time over", join(uri, "totalTimeout=300"), body)
                .when(g -> g.on(calls).always(Reply.byDefault().delay(Duration.ofSeconds(5))))
                .failing());
        return all;
    }

    private static String join(String uri, String option) {
        return uri + (uri.indexOf('?') < 0 ? "?" : "&") + option;
    }

    static {
        if (new String(Canaries.audio(), StandardCharsets.US_ASCII).indexOf(Canaries.SOUND) < 0) {
            throw new AssertionError("the audio has no canary");
        }
    }
}
