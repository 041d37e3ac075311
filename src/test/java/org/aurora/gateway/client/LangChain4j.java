package org.aurora.gateway.client;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.aurora.gateway.testing.RunningGateway;

/** LangChain4j's OpenAI models as their users set them up. */
final class LangChain4j {
    private LangChain4j() {}

    static OpenAiChatModel chat(RunningGateway gateway, String model) {
        return configured(gateway, model).build();
    }

    static OpenAiChatModel.OpenAiChatModelBuilder configured(RunningGateway gateway, String model) {
        return OpenAiChatModel.builder()
                .baseUrl(gateway.uri("/v1").toString())
                .apiKey(RunningGateway.MASTER_KEY)
                .modelName(model)
                .maxRetries(0);
    }

    /** Streams one answer to its end. */
    static Streamed stream(RunningGateway gateway, String model)
            throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<ChatResponse> end = new CompletableFuture<>();
        List<String> pieces = new CopyOnWriteArrayList<>();
        OpenAiStreamingChatModel.builder()
                .baseUrl(gateway.uri("/v1").toString())
                .apiKey(RunningGateway.MASTER_KEY)
                .modelName(model)
                .build()
                .chat("Say hello.", new Collecting(pieces, end));
        return new Streamed(pieces, end.get(10, TimeUnit.SECONDS));
    }

    /** The pieces as they came, and what the client made of them. */
    record Streamed(List<String> pieces, ChatResponse answer) {}

    private record Collecting(List<String> pieces, CompletableFuture<ChatResponse> end)
            implements StreamingChatResponseHandler {
        @Override
        public void onPartialResponse(String piece) {
            pieces.add(piece);
        }

        @Override
        public void onCompleteResponse(ChatResponse answer) {
            end.complete(answer);
        }

        @Override
        public void onError(Throwable error) {
            end.completeExceptionally(error);
        }
    }
}
