package io.huiyin.server.demo;

import io.huiyin.server.rating.Channel;
import io.huiyin.server.rating.Opinion;
import io.huiyin.server.rating.Question;
import io.huiyin.server.rating.Rating;
import io.huiyin.server.rating.Ratings;
import io.huiyin.server.rectification.Rectifications;
import io.huiyin.server.rectification.Rectifications.Past;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was said about matters that are loaded, and what units did about it. */
@DemoOnly
class LoadRatings {

    private final Ratings ratings;
    private final Rectifications rectifications;
    private final LoadStore store;

    LoadRatings(Ratings ratings, Rectifications rectifications, LoadStore store) {
        this.ratings = ratings;
        this.rectifications = rectifications;
        this.store = store;
    }

    void load(List<Handled> some, County county) {
        Map<String, UUID> ids = store.ids(some.stream().map(Handled::number).toList());
        List<Rating> given = new ArrayList<>();
        List<Past> rectified = new ArrayList<>();
        for (Handled matter : some) {
            UUID id = Objects.requireNonNull(ids.get(matter.number()));
            for (Vote vote : county.votes(matter)) {
                given.add(rating(vote, id, county.wish()));
                county.remedy(vote)
                        .map(remedy -> new Past(id, remedy.measures(), remedy.at()))
                        .ifPresent(rectified::add);
            }
        }
        ratings.record(given);
        rectifications.rectifyPast(rectified);
    }

    private static Rating rating(Vote vote, UUID matter, Wish wish) {
        Dice dice = wish.dice("submission", vote.matter().number(), String.valueOf(vote.serial()));
        return new Rating(
                new UUID(dice.next(), dice.next()),
                matter,
                Channel.valueOf(vote.channel().toUpperCase(Locale.ROOT)),
                vote.terminal(),
                new Opinion(
                        vote.answer().overall(),
                        answers(vote.answer()),
                        vote.reasons(),
                        vote.comment(),
                        vote.mayContact()),
                vote.at());
    }

    private static Map<Question, Integer> answers(Answer answer) {
        Map<Question, Integer> answers = new EnumMap<>(Question.class);
        put(answers, Question.SATISFIED, answer.satisfied());
        put(answers, Question.HAPPY, answer.happy());
        put(answers, Question.AGREE, answer.agree());
        put(answers, Question.DONE, answer.done());
        put(answers, Question.ATTITUDE, answer.attitude());
        put(answers, Question.QUALITY, answer.quality());
        put(answers, Question.COMPETENCE, answer.competence());
        return answers;
    }

    private static void put(Map<Question, Integer> answers, Question question, @Nullable Integer level) {
        if (level != null) answers.put(question, level);
    }
}
